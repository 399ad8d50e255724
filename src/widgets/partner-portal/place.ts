/** What the portal can show. As a text it stands in the page's address. */
export type Place =
  | {readonly area: 'overview' | 'company' | 'partners' | 'invite' | 'help'}
  /** All documents of a type. */
  | {readonly area: 'documents'; readonly type: string}
  | {readonly area: 'document'; readonly type: string; readonly id: string}
  /** The order form: a new order, an earlier one once more, or a draft of the portal. */
  | {readonly area: 'write'; readonly type: string; readonly repeatOf?: string; readonly draftId?: string}
  /** Orders from a file. */
  | {readonly area: 'upload'; readonly type: string};

const plain = ['overview', 'company', 'partners', 'invite', 'help'] as const;

/** A place as a text: `documents/purchase-order/1043`. */
export function placeText(place: Place): string {
  return partsOf(place).map(encodeURIComponent).join('/');
}

/** The place that a text names; undefined where it names none. */
export function readPlace(text: string): Place | undefined {
  let parts: string[];
  try {
    parts = text.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const [head = '', type = '', way = '', id = ''] = parts;
  const area = plain.find((name) => name === head);
  if (area) return parts.length === 1 ? {area} : undefined;
  if (type === '' || parts.slice(2).includes('')) return undefined;
  switch (`${head} ${parts.length}`) {
    case 'documents 2':
      return {area: 'documents', type};
    case 'documents 3':
      return {area: 'document', type, id: way};
    case 'write 2':
      return {area: 'write', type};
    case 'write 4':
      if (way === 'repeat') return {area: 'write', type, repeatOf: id};
      return way === 'draft' ? {area: 'write', type, draftId: id} : undefined;
    case 'upload 2':
      return {area: 'upload', type};
    default:
      return undefined;
  }
}

/** Whether both are the same place; none is like no other. */
export function isSame(one: Place | undefined, other: Place | undefined): boolean {
  return one !== undefined && other !== undefined && placeText(one) === placeText(other);
}

function partsOf(place: Place): readonly string[] {
  switch (place.area) {
    case 'documents':
      return ['documents', place.type];
    case 'document':
      return ['documents', place.type, place.id];
    case 'write':
      if (place.repeatOf !== undefined) return ['write', place.type, 'repeat', place.repeatOf];
      return place.draftId === undefined
        ? ['write', place.type]
        : ['write', place.type, 'draft', place.draftId];
    case 'upload':
      return ['upload', place.type];
    default:
      return [place.area];
  }
}
