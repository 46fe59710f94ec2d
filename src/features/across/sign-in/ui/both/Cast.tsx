import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { demoApi } from '../../sign-in.contract.ts';
import { safeNext } from '../sign-in-ui.rules.ts';
import { words } from '../sign-in-ui.words.ts';
import type { App } from './steps.tsx';

export type Person = Output<typeof demoApi.cast>['people'][number];
const FEW = 6;

function People({ people, busy, enter, title }: { people: readonly Person[]; busy: boolean; enter: (person: Person) => void; title: string }) {
  const w = useWords(words);
  const [all, setAll] = useState(people.length <= FEW + 1);
  if (people.length === 0) return null;
  return (
    <section className="castgroup">
      <h3>{title}</h3>
      <ul>
        {(all ? people : people.slice(0, FEW)).map((p) => (
          <li key={p.id}>
            <button type="button" className="castperson" disabled={busy} onClick={() => enter(p)}>
              <span className="avatar" aria-hidden>{[...p.name][0]}</span>
              <span className="rowtext"><b>{p.name}<em>{p.title}</em></b><span>{p.says}</span></span>
            </button>
          </li>
        ))}
      </ul>
      {all ? null : <button type="button" className="btn plain" onClick={() => setAll(true)}>{w.demoMore({ n: people.length })}</button>}
    </section>
  );
}

/** In demonstration mode: who one can be, and one click to be it. */
export function Cast({ app, people }: { app: App; people: readonly Person[] }) {
  const w = useWords(words);
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<Person>();
  const enter = useAct(demoApi.signIn, { after: () => location.assign(chosen?.app === 'console' ? '/console/' : app === 'member' ? safeNext(params.get('next')) : '/') });
  const be = (person: Person): void => {
    setChosen(person);
    enter.act({ person: person.id, app: person.app });
  };
  const groups = [
    <People key="member" title={w.demoMembers} people={people.filter((p) => p.app === 'member')} busy={enter.busy} enter={be} />,
    <People key="console" title={w.demoOfficers} people={people.filter((p) => p.app === 'console')} busy={enter.busy} enter={be} />,
  ];
  return (
    <section className="card cast" aria-labelledby="cast-title">
      <h2 id="cast-title">{w.demoTitle}</h2>
      <p className="note">{w.demoHint}</p>
      {app === 'member' ? groups : groups.reverse()}
      <p className="unseen" role="status">{enter.busy && chosen ? w.demoWait({ name: chosen.name }) : ''}</p>
    </section>
  );
}
