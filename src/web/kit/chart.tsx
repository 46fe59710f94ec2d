import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTypeSize } from './type-size.ts';

register([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

const dark = matchMedia('(prefers-color-scheme: dark)');
const followDark = (listener: () => void): (() => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** The page's colours and letters, read from the roles as they stand now. */
export type Roles = { readonly ink: string; readonly ink2: string; readonly line: string; readonly info: string; readonly ok: string; readonly warn: string; readonly sunk: string; readonly font: string; readonly size: number };

function rolesNow(): Roles {
  const style = getComputedStyle(document.documentElement);
  const role = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { ink: role('ink'), ink2: role('ink-2'), line: role('line'), info: role('info'), ok: role('ok'), warn: role('warn'), sunk: role('sunk'), font: role('font'), size: Number.parseFloat(role('t-5')) };
}

type Drawing = { readonly option: (roles: Roles) => EChartsCoreOption; readonly height: number; readonly label: string };

function Drawn({ option, height, label }: Drawing) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const roles = rolesNow();
    const chart = init(box, undefined, { renderer: 'svg' });
    chart.setOption({ textStyle: { fontFamily: roles.font, color: roles.ink2, fontSize: roles.size }, animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300, ...option(roles) });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(box);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}

/** A picture of numbers that follows the page's colours, letter size and width. The numbers stand beside it as a table as well. */
export default function Chart(drawing: Drawing) {
  const isDark = useSyncExternalStore(followDark, () => dark.matches);
  // colours and sizes are read anew when they change: another key draws another picture
  return <Drawn key={`${isDark} ${useTypeSize()}`} {...drawing} />;
}
