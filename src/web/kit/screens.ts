/**
 * How a part brings its screens into the two apps. Nothing is listed in the apps: each gathers every part's
 * `ui/member/screens.tsx` and `ui/console/screens.tsx` by itself. These files are in the first script a person loads, so they hold
 * paths, titles and `lazy(() => import('./Screen.tsx'))` only, and take their words from `ui/screens.words.ts`, never from the part's
 * big `*.words.ts`; the build refuses otherwise.
 */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Word } from '#shared/words';
import type { Door } from './doors.tsx';
import type { IconName } from './icons.tsx';

/** A component that is loaded when it is first shown: `lazy(() => import('./Letter.tsx'))`. */
export type Lazy<P = object> = LazyExoticComponent<ComponentType<P>>;

/** The thirteen areas of the union's work, in the order in which both apps show them. Titles: `areaWords`. */
export const AREAS = [
  'organisation', 'services', 'rights', 'assistance', 'democracy', 'innovation', 'competitions',
  'modelWorkers', 'honours', 'news', 'resources', 'mailbox', 'funds',
] as const;
export type Area = (typeof AREAS)[number];

/** Groups of entries within an area of the console's menu. Titles: `menuGroupWords`. */
export type MenuGroup = 'suggestions' | 'rewards' | 'savings' | 'reports';

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
  /** what one can do without signing in (an anonymous letter, asking by code): offered on the sign-in page */
  readonly doors?: readonly Door[];
  /** rows on the Me page (member card, my points …); small order first */
  readonly me?: readonly { readonly title: Word; readonly icon: IconName; readonly path: `/${string}`; readonly order: number }[];
};

/** An entry of the console's left menu, under its part's area. */
export type MenuEntry = {
  readonly title: Word;
  readonly path: `/${string}`;
  /** permission word that opens it; without that grant anywhere the entry is not there. Several: any of them */
  readonly can: string | readonly string[];
  /** sign of an entry that lies across areas; entries inside an area have none */
  readonly icon?: IconName;
  /** small first; 100 unless told */
  readonly order?: number;
  /** entries of one group stand together under its name, where an area has several */
  readonly group?: MenuGroup;
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

/** A kind with the area of the part that brought it. */
export type PlacedKind = WorklistKind & { readonly area: Area | 'across'; /** what other parts show beside it */ readonly beside: readonly { readonly part: string; readonly panel: Lazy<{ readonly id: string }> }[] };

/** A union in the picker of the console's top bar. */
export type UnionNode = {
  readonly id: string;
  readonly name: string;
  /** unions below it, all levels */
  readonly below: number;
  /** names of the unions above, top first; shown in search results */
  readonly above?: readonly string[];
};

/** Where the union picker looks unions up; the part that keeps the tree brings it. */
export type UnionSource = {
  readonly one: (id: string) => Promise<UnionNode>;
  readonly below: (id: string) => Promise<readonly UnionNode[]>;
  readonly find: (text: string) => Promise<readonly UnionNode[]>;
};

/** One thing that "search everything" found. */
export type Found = { readonly title: string; readonly note?: string; readonly icon: IconName; readonly path: `/${string}`; readonly group: string };

/** What a part's `ui/console/screens.tsx` exports as default. */
export type ConsolePart = {
  readonly part: string;
  readonly area: Area | 'across';
  readonly screens: readonly Screen[];
  readonly menu?: readonly MenuEntry[];
  readonly worklist?: readonly WorklistKind[];
  /** a panel beside another part's things, by their kind: what this part knows about them */
  readonly beside?: readonly { readonly kind: string; readonly panel: Lazy<{ readonly id: string }> }[];
  /** the app's first page; exactly one part brings it */
  readonly first?: Lazy;
  /** draws nothing and keeps something true while the desk is open, such as the counts in the menu */
  readonly keeper?: Lazy;
  /** fills the union picker; exactly one part brings it: `() => import('./unions.ts')` with a default export */
  readonly unions?: () => Promise<{ readonly default: UnionSource }>;
  /** takes part in "search everything": at most 8 things for a text of two or more letters */
  readonly find?: () => Promise<{ readonly default: (text: string) => Promise<readonly Found[]> }>;
};
