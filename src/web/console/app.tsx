import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { BrowserRouter, matchPath, Navigate, Route, Routes, useLocation } from 'react-router';
import { api } from '../../features/across/sign-in/sign-in.contract.ts';
import { answers, areaWords, Boundary, Empty, Habits, Hearing, heldAt, kept, Loaded, type Me, OfflineBanner, OnlyIds, onSignedOut, Questions, Toasts, Trail, useArrival, useCall, useKeptScope, useSay, useWords, Waiting, WhoIsIn, WorklistKinds } from '../kit/index.ts';
import { words as kitWords } from '../kit/kit.words.ts';
import { words } from './console.words.ts';
import { Dialog } from './dialog.tsx';
import { first as First, keepers, parts, screens, worklistKinds } from './gather.ts';
import { areaAt, entryAt, isShut, menuOf } from './menu-of.ts';
import { Menu } from './menu.tsx';
import { TopBar } from './top-bar.tsx';

const NoAccess = lazy(() => import('../kit/lists/no-access.tsx').then((m) => ({ default: m.NoAccess })));
// antd comes with the first inner page, not with signing in
const Themed = lazy(() => import('./theme.tsx').then((m) => ({ default: m.Themed })));
const wait = <div className="deskpage"><Waiting lines={6} /></div>;

function Desk({ me, children }: { me: Me; children: ReactNode }) {
  const w = useWords(words);
  const say = useSay();
  const { pathname } = useLocation();
  const menu = useMemo(() => menuOf(parts, me), [me]);
  const [open, setOpen] = useState(false);
  const here = entryAt(menu, pathname);
  const area = areaAt(menu, pathname);
  const trail = area && area !== 'across' ? [{ title: say(areaWords[area]) }, ...(here ? [{ title: say(here.entry.title), to: here.entry.path }] : [])] : [];
  useArrival(() => setOpen(false));
  useKeptScope();
  return (
    <div className="desk">
      <a className="skip" href="#content">{w.skip}</a>
      <aside className="side" aria-label={w.menu}><Menu menu={menu} /></aside>
      <Dialog open={open} close={() => setOpen(false)} className="drawer" label={w.menu}><Menu menu={menu} /></Dialog>
      <div className="work">
        <TopBar menu={menu} openMenu={() => setOpen(true)} />
        <OfflineBanner />
        <Trail.Provider value={trail}>
          <Boundary key={pathname}><Suspense fallback={wait}>{children}</Suspense></Boundary>
        </Trail.Provider>
      </div>
    </div>
  );
}

function SignedIn() {
  const { pathname, search } = useLocation();
  const me = useCall(api.me, {});
  if (me.error?.status === 401) return <Navigate to={`/sign-in${pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`}`} replace />;
  return (
    <Loaded from={me} lines={6}>
      {(who) => {
        const held = heldAt(who, pathname, kept('welcomed', 'tab') !== null);
        if (held) return <Navigate to={`${held}?next=${encodeURIComponent(pathname + search)}`} replace />;
        return <WhoIsIn me={who}><Hearing /><Habits me={who} /><Suspense fallback={wait}><Themed><Inside me={who} /></Themed></Suspense></WhoIsIn>;
      }}
    </Loaded>
  );
}

function FirstPage({ me }: { me: Me }) {
  const w = useWords(words);
  if (me.grants.length === 0 && me.offices.length === 0) return <div id="content" tabIndex={-1}><Empty page icon="key" title={w.noOffice} hint={w.noOfficeHint}><a className="btn primary" href="/">{w.phoneApp}</a></Empty></div>;
  return First ? <First /> : <div id="content" tabIndex={-1}><Empty page icon="menu" title={w.firstEmpty} hint={w.firstEmptyHint} /></div>;
}

function Inside({ me }: { me: Me }) {
  const w = useWords(words);
  const kit = useWords(kitWords);
  const personal = screens.filter((s) => !s.public);
  const notHere = <div id="content" tabIndex={-1}><Empty page icon="search" title={kit.notFound} hint={w.notFoundHint} /></div>;
  return (
    <>
      <Suspense fallback={null}>{keepers.map((Keeper, i) => <Boundary key={`keeper${i.toString()}`} instead={null}><Keeper /></Boundary>)}</Suspense>
    <Routes>
      {personal.filter((s) => s.bare).map(({ path, screen: Page }) => <Route key={path} path={path} element={<Suspense fallback={wait}><OnlyIds instead={notHere}><Page /></OnlyIds></Suspense>} />)}
      <Route path="/" element={<Desk me={me}><FirstPage me={me} /></Desk>} />
      {personal.filter((s) => !s.bare).map(({ path, screen: Page }) => <Route key={path} path={path} element={<Desk me={me}>{isShut(parts, me, path) ? <NoAccess /> : <OnlyIds instead={notHere}><Page /></OnlyIds>}</Desk>} />)}
      <Route path="*" element={<Desk me={me}>{notHere}</Desk>} />
    </Routes>
    </>
  );
}

function Pages() {
  const { pathname } = useLocation();
  const open = screens.find((s) => s.public && matchPath(s.path, pathname));
  if (!open) return <SignedIn />;
  return (
    <WhoIsIn me={null}>
      <Suspense fallback={wait}>
        <Routes>{screens.filter((s) => s.public).map(({ path, screen: Page }) => <Route key={path} path={path} element={<Page />} />)}</Routes>
      </Suspense>
    </WhoIsIn>
  );
}

/** The officer's console. */
export function ConsoleApp() {
  useEffect(() => onSignedOut(() => void answers.invalidateQueries({ queryKey: [api.me.path] })), []);
  return (
    <QueryClientProvider client={answers}>
      <BrowserRouter basename="/console">
        <WorklistKinds value={worklistKinds}><Boundary><Pages /></Boundary></WorklistKinds>
        <Toasts />
        <Questions />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
