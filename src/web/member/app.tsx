import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { BrowserRouter, matchPath, Navigate, Route, Routes, useLocation } from 'react-router';
import { api } from '../../features/across/sign-in/sign-in.contract.ts';
import { answers, Boundary, Empty, forgetAnswers, Habits, Hearing, heldAt, kept, Loaded, OfflineBanner, OnlyIds, onSignedOut, OpenDoors, Questions, type Screen, Toasts, useArrival, useKeptCall, useWords, Waiting, WhoIsIn } from '../kit/index.ts';
import { words as kitWords } from '../kit/kit.words.ts';
import { doors, homeCards, screens } from './gather.ts';
import { Home } from './home.tsx';
import { words } from './member.words.ts';
import { Tabs } from './tabs.tsx';

const Services = lazy(() => import('./services.tsx'));
const Scan = lazy(() => import('./scan.tsx'));
const Looks = lazy(() => import('./looks.tsx'));
const MePage = lazy(() => import('./me.tsx'));

/** The app's own pages; a part that brings the same path comes first. */
const own: readonly { path: string; screen: ReactNode }[] = [
  { path: '/', screen: <Home cards={homeCards} /> },
  { path: '/services', screen: <Services /> },
  { path: '/scan', screen: <Scan /> },
  { path: '/looks', screen: <Looks /> },
  { path: '/me', screen: <MePage /> },
];
const TAB_PATHS = ['/', '/services', '/messages', '/me'];

/** Where signing in begins, remembering what was wanted. */
const signInPath = (wanted: string): string => `/sign-in${wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`}`;

function Frame({ children, bare }: { children: ReactNode; bare: boolean }) {
  const { pathname } = useLocation();
  const tabs = !bare && TAB_PATHS.includes(pathname);
  const w = useWords(words);
  useArrival();
  return (
    <div className={tabs ? 'phone' : 'phone bare'}>
      <a className="skip" href="#content">{w.skip}</a>
      <OfflineBanner />
      <div id="content" tabIndex={-1}>
        <Boundary key={pathname}>
          <Suspense fallback={<div className="stack" style={{ paddingTop: 72 }}><Waiting lines={4} /></div>}>{children}</Suspense>
        </Boundary>
      </div>
      {tabs ? <Tabs /> : null}
    </div>
  );
}

/** A screen that asks nothing about who is there: no call of it knows a person. */
function PublicScreen({ screen: { screen: Page } }: { screen: Screen }) {
  return <WhoIsIn me={null}><Frame bare><Page /></Frame></WhoIsIn>;
}

function SignedIn({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const me = useKeptCall(api.me, {}, 'me');
  const out = me.error?.status === 401;
  useEffect(() => { if (out) forgetAnswers(); }, [out]);
  if (out) return <Navigate to={signInPath(pathname + search)} replace />;
  return (
    <Loaded from={me} lines={4}>
      {(who) => {
        const held = heldAt(who, pathname, kept('welcomed', 'tab') !== null);
        if (held) return <Navigate to={`${held}?next=${encodeURIComponent(pathname + search)}`} replace />;
        return <WhoIsIn me={who}><Hearing /><Habits me={who} />{children}</WhoIsIn>;
      }}
    </Loaded>
  );
}

function NotFound() {
  const w = useWords(kitWords);
  const own = useWords(words);
  return <Empty page icon="search" title={w.notFound} hint={own.notFoundHint}><a className="btn primary" href="/">{w.backHome}</a></Empty>;
}

function Pages() {
  const { pathname } = useLocation();
  const open = screens.find((s) => s.public && matchPath(s.path, pathname));
  return (
    <Routes>
      {screens.filter((s) => s.public).map((s) => <Route key={s.path} path={s.path} element={<PublicScreen screen={s} />} />)}
      {open ? null : (
        <Route path="*" element={<SignedIn><Frame bare={false}><PersonalPages /></Frame></SignedIn>} />
      )}
    </Routes>
  );
}

function PersonalPages() {
  return (
    <Routes>
      {screens.filter((s) => !s.public).map(({ path, screen: Page }) => <Route key={path} path={path} element={<OnlyIds instead={<NotFound />}><Page /></OnlyIds>} />)}
      {own.map((s) => <Route key={s.path} path={s.path} element={s.screen} />)}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

/** The worker's phone app. */
export function MemberApp() {
  useEffect(() => onSignedOut(() => void answers.invalidateQueries({ queryKey: [api.me.path] })), []);
  return (
    <QueryClientProvider client={answers}>
      <BrowserRouter>
        <OpenDoors value={doors}><Boundary><Pages /></Boundary></OpenDoors>
        <Toasts />
        <Questions />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
