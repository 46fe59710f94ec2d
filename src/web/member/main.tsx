import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/base.css';
import '../kit/entrance.css';
import '../kit/phone.css';
import { matchPath } from 'react-router';
import { api, demoApi } from '../../features/across/sign-in/sign-in.contract.ts';
import { askAhead, locale, openWithoutNetwork, setTypeSize, speak, typeSize } from '../kit/index.ts';
import { MemberApp } from './app.tsx';
import { screens } from './gather.ts';

speak(locale(), { remember: false });
setTypeSize(typeSize(), { remember: false });
const path = location.pathname;
if (path === '/sign-in') askAhead(demoApi.cast, {}, { anonymous: true });
else if (!screens.some((s) => s.public && matchPath(s.path, path))) askAhead(api.me, {});
const place = document.getElementById('app');
if (place) createRoot(place).render(<MemberApp />);
addEventListener('load', openWithoutNetwork);
