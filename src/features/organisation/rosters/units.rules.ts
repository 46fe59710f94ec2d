import { bareCode, searchText } from '#shared/text';
import { unionEnding } from './columns.words.ts';
import type { RosterMapping } from './headings.rules.ts';
import type { RowNote } from './row-reading.rules.ts';
import { shown } from './row-reading.rules.ts';
import { words } from './rosters.words.ts';
import type { RosterPerson } from './rosters.rules.ts';

/** A union that rows may belong to: the target of an import or one below it. */
export type Unit = { readonly id: string; readonly name: string; readonly code: string; readonly employerName: string; readonly state: string };

/** Where rows belong: the union itself, or why it cannot be told. */
export type Units = (person: Pick<RosterPerson, 'unionName' | 'unionCode' | 'unitName'>) => { readonly unionId: string } | RowNote;

const tidyName = (name: string): string => searchText(name).replace(/[\s()]/g, '');
/** The name without the ending "union", as sheets often leave it away. */
const bareName = (name: string): string => tidyName(name).replace(new RegExp(`(${unionEnding.join('|')})$`), '');

function indexed(units: readonly Unit[], keysOf: (unit: Unit) => readonly string[]): Map<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  for (const unit of units) {
    for (const key of new Set(keysOf(unit).filter((k) => k !== ''))) index.set(key, [...(index.get(key) ?? []), unit.id]);
  }
  return index;
}

/** Answers that are remembered: a roster says the same few names in every row. */
const MOST_REMEMBERED = 2_000;

/**
 * How rows find their union within the target's subtree: by code, else by name (with or without the word "union");
 * without a union column everybody belongs to the target, or to the branch that is called like the workplace.
 * @param units the target first, then everything below it
 */
export function unitsOf(target: Unit, units: readonly Unit[], mapping: RosterMapping): Units {
  const living = units.filter((u) => u.state === 'active' || u.state === 'preparing');
  const byCode = indexed(living, (u) => [bareCode(u.code).toUpperCase()]);
  const byName = indexed(living, (u) => [tidyName(u.name)]);
  const byBareName = indexed(living, (u) => [bareName(u.name)]);
  const byWorkplace = indexed(living, (u) => [tidyName(u.name), bareName(u.name), tidyName(u.employerName)]);
  const named = mapping.unionName !== undefined || mapping.unionCode !== undefined;
  const find = ({ unionCode, unionName, unitName }: Parameters<Units>[0]): ReturnType<Units> => {
    if (unionCode !== '') {
      const [found] = byCode.get(unionCode.toUpperCase()) ?? [];
      if (found) return { unionId: found };
      if (unionName === '') return { field: 'unionCode', why: words.unitUnknown, slots: { text: shown(unionCode) } };
    }
    if (unionName !== '') {
      const found = byName.get(tidyName(unionName)) ?? byBareName.get(bareName(unionName)) ?? [];
      if (found.length > 1) return { field: 'unionName', why: words.unitAmbiguous, slots: { text: shown(unionName), n: found.length } };
      return found[0] ? { unionId: found[0] } : { field: 'unionName', why: words.unitUnknown, slots: { text: shown(unionName) } };
    }
    const workplace = named || unitName === '' ? [] : (byWorkplace.get(tidyName(unitName)) ?? []);
    return { unionId: workplace.length === 1 && workplace[0] ? workplace[0] : target.id };
  };
  const found = new Map<string, ReturnType<Units>>();
  return (person) => {
    const key = JSON.stringify([person.unionCode, person.unionName, person.unitName]);
    const known = found.get(key) ?? find(person);
    if (found.size < MOST_REMEMBERED) found.set(key, known);
    return known;
  };
}
