import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import './console.css';
import { locale, setTypeSize, speak, typeSize } from '../kit/index.ts';
import { ConsoleApp } from './app.tsx';

speak(locale());
setTypeSize(typeSize());
const place = document.getElementById('app');
if (place) createRoot(place).render(<ConsoleApp />);
