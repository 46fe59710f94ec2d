import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import './console.css';
import { locale, setTypeSize, speak, typeSize } from '../kit/index.ts';
import { ConsoleApp } from './app.tsx';

speak(locale(), { remember: false });
setTypeSize(typeSize(), { remember: false });
const place = document.getElementById('app');
if (place) createRoot(place).render(<ConsoleApp />);
