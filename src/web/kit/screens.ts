/**
 * How a part brings its screens into the two apps. Nothing is listed in the apps: each gathers every part's
 * `ui/member/screens.tsx` and `ui/console/screens.tsx` by itself. These files are in the first script a person loads, so they hold
 * paths, titles and `lazy(() => import('./Screen.tsx'))` only, and take their words from `ui/screens.words.ts`, never from the part's
 * big `*.words.ts`; the build refuses otherwise.
 */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Word } from '#shared/words';
import type { IconName } from './icons.tsx';

/** A component that is loaded when it is first shown: `lazy(() => import('./Letter.tsx'))`. */
export type Lazy<P = object> = LazyExoticComponent<ComponentType<P>>;

/** The thirteen areas of the union's work, in the order in which both apps show them. Titles: `areaWords`. */
export const AREAS = [
  'organisation', 'services', 'rights', 'assistance', 'democracy', 'innovation', 'competitions',
  'modelWorkers', 'honours', 'news', 'resources', 'mailbox', 'funds',
] as const;
export type Area = (typeof AREAS)[number];

/** One page. `path` is inside the app (`/letters/:id`); parameters come from `useParams` of react-router. */
export type Screen = {
  readonly path: `/${string}`;
  readonly screen: Lazy;
  /** opens without signing in */
  readonly public?: true;
  /** shown without header, tabs or menu (sign-in, a printed poster) */
  readonly bare?: true;
};

/** An entry of the phone's Services page. */
export type Service = {
  readonly area: Area;
  readonly title: Word;
  readonly icon: IconName;
  readonly path: `/${string}`;
  /** place within its area; small first */
  readonly order: number;
  /** further words a person may search by ("salary", "boss"), in one string */
  readonly also?: Word;
  /** 1 to 7: also stands in the short grid on Home, at this place */
  readonly onHome?: number;
};

/** A card on the phone's Home page. It shows nothing (`null`) when it has nothing to say. */
export type HomeCard = {
  /** place from the top: 0–99 what waits for me, 100–199 my things, 200–299 what is on today, 300– the rest */
  readonly order: number;
  readonly card: Lazy;
};

/** What a part's `ui/member/screens.tsx` exports as default. */
export type MemberPart = {
  readonly part: string;
  readonly screens: readonly Screen[];
  readonly services?: readonly Service[];
  readonly home?: readonly HomeCard[];
  /** rows on the Me page (member card, my points …); small order first */
  readonly me?: readonly { readonly title: Word; readonly icon: IconName; readonly path: `/${string}`; readonly order: number }[];
};

/** An entry of the console's left menu, under its part's area. */
export type MenuEntry = {
  readonly title: Word;
  readonly path: `/${string}`;
  /** permission word that opens it; without that grant anywhere the entry is not there. Several: any of them */
  readonly can: string | readonly string[];
  /** small first; 100 unless told */
  readonly order?: number;
};

/** How the work list speaks about this part's things: rows come from the server with a `kind`, the part opens them. */
export type WorklistKind = {
  /** as the server names it, e.g. `letter` */
  readonly kind: string;
  readonly title: Word;
  readonly icon: IconName;
  /** the page that acts on one thing */
  readonly open: (id: string) => `/${string}`;
  /** a view of the thing beside the list, with its actions */
  readonly aside?: Lazy<{ readonly id: string }>;
};

/** What a part's `ui/console/screens.tsx` exports as default. */
export type ConsolePart = {
  readonly part: string;
  readonly area: Area | 'across';
  readonly screens: readonly Screen[];
  readonly menu?: readonly MenuEntry[];
  readonly worklist?: readonly WorklistKind[];
  /** the app's first page; exactly one part may bring it */
  readonly first?: Lazy;
};
