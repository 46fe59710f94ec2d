/**
 * A table of sums as a network: every number that could be shown (a group, a unit, a total) is a flow from one node to another, and at
 * every node what flows in flows out. Whoever sees some of the flows knows the others exactly as far as the nodes allow.
 */
export type Flow = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** never shown by nature (papers that belong to no group below) */
  readonly unseen?: boolean;
  /** must be shown: another flow is hidden instead */
  readonly fixed?: boolean;
};

type Step = { readonly flow: number; readonly up: boolean };
type Arc = Step & { readonly to: number };

const roads = (flows: readonly Flow[], nodes: number): Arc[][] => {
  const out: Arc[][] = Array.from({ length: nodes }, () => []);
  flows.forEach((f, i) => {
    out[f.from]?.push({ flow: i, up: true, to: f.to });
    out[f.to]?.push({ flow: i, up: false, to: f.from });
  });
  return out;
};

/** The nearest open node that is not settled; networks are small, so it is looked for one by one. */
function nearest(distance: readonly number[], settled: readonly boolean[]): number {
  let at = -1;
  for (let i = 0; i < distance.length; i++) {
    if (!settled[i] && (distance[i] as number) < Infinity && (at < 0 || (distance[i] as number) < (distance[at] as number))) at = i;
  }
  return at;
}

/** The way from a node to another that hides least: hidden flows cost nothing, shown ones what they hold. */
function cheapest(arcs: readonly (readonly Arc[])[], from: number, to: number, cost: (s: Step) => number): Step[] | null {
  const distance = arcs.map((_, i) => (i === from ? 0 : Infinity));
  const settled = arcs.map(() => false);
  const came: (readonly [Step, number] | undefined)[] = [];
  for (let at = from; at >= 0 && at !== to; at = nearest(distance, settled)) {
    settled[at] = true;
    for (const arc of arcs[at] ?? []) {
      const far = (distance[at] as number) + cost(arc);
      if (far < (distance[arc.to] as number)) {
        distance[arc.to] = far;
        came[arc.to] = [arc, at];
      }
    }
  }
  if (distance[to] === Infinity) return null;
  const steps: Step[] = [];
  for (let at = to; at !== from; at = (came[at] as readonly [Step, number])[1]) steps.unshift((came[at] as readonly [Step, number])[0]);
  return steps;
}

/**
 * Which flows must be hidden so that none below `k` (and above 0) is shown or can be told from those shown: each hidden one that is
 * small could, for all that is seen, be `k` or more. Flows below `k`, empty ones too, are hidden; others are added along the way that
 * hides least until a small one has room to be `k`.
 * @returns the ids that are hidden; when even that is not possible, all of them
 */
export function hideFlows(flows: readonly Flow[], nodes: number, k: number): Set<string> {
  const hidden = flows.map((f) => f.unseen === true || (f.count < k && f.fixed !== true));
  const arcs = roads(flows, nodes);
  const small = flows.map((f, i) => ({ f, i })).filter(({ f }) => f.count > 0 && f.count < k && !f.fixed).sort((a, b) => a.f.count - b.f.count);
  for (const { f, i } of small) {
    const now = flows.map((x) => x.count);
    while ((now[i] as number) < k) {
      const cost = (s: Step): number => {
        if (s.flow === i || (flows[s.flow] as Flow).fixed || (!s.up && now[s.flow] === 0)) return Infinity;
        return hidden[s.flow] ? 0 : (flows[s.flow] as Flow).count;
      };
      const way = cheapest(arcs, f.to, f.from, cost);
      if (way === null) return new Set(flows.map((x) => x.id));
      const room = Math.min(k - (now[i] as number), ...way.filter((s) => !s.up).map((s) => now[s.flow] as number));
      for (const s of way) {
        hidden[s.flow] = true;
        now[s.flow] = (now[s.flow] as number) + (s.up ? room : -room);
      }
      now[i] = (now[i] as number) + room;
    }
  }
  return new Set(flows.filter((_, i) => hidden[i]).map((f) => f.id));
}
