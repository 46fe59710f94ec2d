import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import '../kit/phone.css';
import { locale, setTypeSize, speak, typeSize } from '../kit/index.ts';
import { MemberApp } from './app.tsx';

speak(locale(), { remember: false });
setTypeSize(typeSize(), { remember: false });
const place = document.getElementById('app');
if (place) createRoot(place).render(<MemberApp />);
if (import.meta.env.PROD && 'serviceWorker' in navigator) addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined));
