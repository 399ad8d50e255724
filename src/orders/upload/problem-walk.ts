import type {Entry} from './row-book.ts';
import type {UploadField} from './template-fields.ts';

/** A field of a row. */
export interface UploadPlace {
  readonly key: string;
  readonly field: UploadField;
}

/**
 * The next field with a problem from a place on, or the one before it, around the ends of the file. Without a place, the first
 * or the last of all. The place itself comes last.
 */
export function walkProblems(
  entries: readonly Entry[],
  order: readonly UploadField[],
  from: {readonly entry: Entry; readonly field: UploadField} | undefined,
  step: 1 | -1,
): UploadPlace | undefined {
  const nearest = (places: readonly UploadPlace[]) => (step === 1 ? places[0] : places.at(-1));
  const own = from ? placesIn(from.entry) : [];
  const at = from ? order.indexOf(from.field) : 0;
  const isAhead = ({field}: UploadPlace) => (order.indexOf(field) - at) * step > 0;
  const ahead = nearest(own.filter(isAhead));
  if (ahead) return ahead;
  const begin = from ? from.entry.index : step === 1 ? -1 : entries.length;
  for (let count = 1; count <= entries.length; count++) {
    const entry = entries[(begin + step * count + entries.length * 2) % entries.length];
    const found = entry && entry !== from?.entry ? nearest(placesIn(entry)) : undefined;
    if (found) return found;
  }
  return nearest(own.filter((place) => !isAhead(place)));
}

function placesIn({row, state, problems}: Entry): UploadPlace[] {
  return state === 'wrong' ? problems.map(({field}) => ({key: row.key, field})) : [];
}
