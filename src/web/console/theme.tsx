import { ConfigProvider, theme as antTheme, type ThemeConfig } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import * as enUS from 'antd/es/locale/en_US.js';
import * as zhCN from 'antd/es/locale/zh_CN.js';
import { type ComponentProps, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { useLocale, useTypeSize } from '../kit/index.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
/** base.css takes the movement out of the library's style sheets; the library itself has to know, or it waits for the end of what never moves. */
const still = matchMedia('(prefers-reduced-motion: reduce)');
const followDark = (listener: () => void): (() => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** antd's theme, read from the roles of tokens.css as they stand now; there is no second list of colours. */
function themeFromTokens(isDark: boolean): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const role = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const px = (name: string): number => Number.parseFloat(role(name));
  return {
    algorithm: isDark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: role('union'), colorInfo: role('info'), colorSuccess: role('ok'), colorWarning: role('warn'), colorError: role('late'), colorLink: role('info'),
      colorText: role('ink'), colorTextSecondary: role('ink-2'), colorTextTertiary: role('ink-3'), colorTextQuaternary: role('ink-3'), colorTextPlaceholder: role('ink-3'), colorTextDescription: role('ink-3'),
      colorBgLayout: role('paper'), colorBgContainer: role('card'), colorBgElevated: role('card'), colorBorder: role('line-strong'), colorBorderSecondary: role('line'), colorFillAlter: role('hover'),
      fontFamily: 'var(--font)', fontSize: px('t-3'), borderRadius: px('r-s'), borderRadiusLG: px('r'), controlHeight: px('target'), wireframe: false, motion: !still.matches,
    },
    components: {
      Table: { headerBg: 'transparent', headerColor: role('ink-3'), headerSplitColor: 'transparent', rowHoverBg: role('hover'), rowSelectedBg: role('hover'), rowSelectedHoverBg: role('hover'), cellPaddingBlock: 11, cellPaddingInline: 12 },
      Tabs: { inkBarColor: role('union-ink'), itemSelectedColor: role('union-ink'), itemHoverColor: role('ink'), itemActiveColor: role('union-ink') },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}

type AntLocale = ComponentProps<typeof ConfigProvider>['locale'];
/** The library's language files are bundled as modules but typed as CommonJS; either way their content is here. */
const content = (file: unknown): AntLocale => {
  const { default: inner } = file as { default: AntLocale & { default?: AntLocale } };
  return inner?.default ?? inner;
};

/** antd in our roles, language and type size, following the system's dark mode. */
export function Themed({ children }: { children: ReactNode }) {
  const language = useLocale();
  const size = useTypeSize();
  const isDark = useSyncExternalStore(followDark, () => dark.matches);
  // the roles change with the letter size, so the theme is read again for each
  const theme = useMemo(() => (size ? themeFromTokens(isDark) : {}), [isDark, size]);
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return <ConfigProvider theme={theme} locale={content(language === 'zh' ? zhCN : enUS)} button={{ autoInsertSpace: false }}>{children}</ConfigProvider>;
}
