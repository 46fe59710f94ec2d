import { useState } from 'react';
import { AREAS, areaIcons, areaWords, Empty, Icon, type Service, useSay, useWords } from '../kit/index.ts';
import { services } from './gather.ts';
import { words } from './member.words.ts';
import { OwnThings } from './own-things.tsx';
import { ServiceLink } from './service-link.tsx';

/** Whether a service answers to what was typed, in either language. */
const answersTo = (s: Service, text: string): boolean =>
  [s.title, s.also, areaWords[s.area]].some((word) => word && `${word.zh} ${word.en}`.toLowerCase().includes(text));

/** Every service, area by area, with search. */
export default function Services() {
  const w = useWords(words);
  const say = useSay();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = wanted ? services.filter((s) => answersTo(s, wanted)) : services;
  return (
    <>
      <title>{w.servicesTitle}</title>
      <main className="stack">
        <h1 className="tabtitle">{w.servicesTitle}</h1>
        <label className="searchbox">
          <Icon name="search" size={18} />
          <input type="search" value={text} placeholder={w.searchServices} aria-label={w.searchServices} onChange={(e) => setText(e.target.value)} />
        </label>
        {wanted ? <OwnThings text={text.trim()} none={shown.length === 0 ? <section className="card"><Empty icon="search" title={w.nothingFound({ text })} hint={w.nothingFoundHint} /></section> : null} /> : null}
        {shown.length > 0 ? (
          <div className="card areas">
            {AREAS.map((area) => {
              const here = shown.filter((s) => s.area === area);
              return here.length === 0 ? null : (
                <section key={area}>
                  <h2 className="areatitle"><Icon name={areaIcons[area]} size={18} />{say(areaWords[area])}</h2>
                  <div className="servicegrid">{here.map((s) => <ServiceLink key={s.path + s.title.code} service={s} />)}</div>
                </section>
              );
            })}
          </div>
        ) : null}
      </main>
    </>
  );
}
