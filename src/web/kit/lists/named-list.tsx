import type { ReactElement } from 'react';

/** Gives antd's select box a name that is also read aloud for its open list: `<Select {...namedList(w.state)} …>`. */
export const namedList = (label: string) => ({
  'aria-label': label,
  popupRender: (menu: ReactElement) => (
    <div ref={(popup) => { for (const box of popup?.querySelectorAll('[role="listbox"]') ?? []) box.setAttribute('aria-label', label); }}>{menu}</div>
  ),
});
