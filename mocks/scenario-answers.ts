type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isListAnswer = (json: unknown): json is {items: unknown[]} =>
  isFields(json) && Array.isArray(json['items']);

/** Breaks the contract: of one entry of a list, or as a whole. */
export function ofList(json: unknown, what: 'entry' | 'page'): unknown {
  if (what === 'page') return {items: 'none', page: 7, lines: null, id: 42};
  if (!isListAnswer(json) || json.items.length < 2) return json;
  return {
    ...json,
    items: json.items.map((item, index) => (index === 1 ? {id: 42, state: null, units: 'PCS'} : item)),
  };
}

/** Adds fields and values that no version of the contract has. */
export function ofItems(json: unknown): unknown {
  if (!isFields(json)) return json;
  const changed: Fields = {...json, colourOfTheDay: 'petrol'};
  if (isListAnswer(json)) {
    changed['items'] = json.items.map((item, index) =>
      index % 2 === 0 && isFields(item) ? novel(item) : item,
    );
  } else if (typeof json['state'] === 'string') {
    Object.assign(changed, novel(json));
  }
  return changed;
}

function novel(item: Fields): Fields {
  const changed: Fields = {...item, carbonFootprint: {kg: '12.5'}};
  if ('state' in item) changed['state'] = 'awaiting_parts';
  if ('fulfilment' in item) changed['fulfilment'] = 'cross_docked';
  if ('payment' in item) changed['payment'] = 'factored';
  if (Array.isArray(item['allowedActions']))
    changed['allowedActions'] = [...(item['allowedActions'] as unknown[]), 'archive'];
  if (isFields(item['availability']))
    changed['availability'] = {...item['availability'], status: 'on_allocation'};
  if (Array.isArray(item['areas'])) changed['areas'] = [...(item['areas'] as unknown[]), 'cross-docking'];
  if (isFields(item['invitation'])) changed['invitation'] = novel(item['invitation']);
  if ('partnerType' in item) Object.assign(changed, {status: 'on_hold', delivery: 'greylisted'});
  return changed;
}

const SCRIPT = 'javascript:globalThis.hacked=1';
const ATTACKS = [
  '<img src=x onerror="globalThis.hacked=1">',
  '"><script>globalThis.hacked=1</script>',
  '${globalThis.hacked=1}',
  SCRIPT,
  '\u202Eevil\u202C',
];
const TEXTS = new Set([
  'name',
  'description',
  'note',
  'label',
  'externalReference',
  'detail',
  'title',
  'body',
  'city',
  'line1',
]);
const LINKS = new Set(['logoUrl', 'website', 'href', 'url', 'next', 'src', 'poster']);

/** Puts attacks into every text that a person reads and every link that a person follows. */
export function ofTexts(json: unknown, key = '', depth = 0): unknown {
  if (Array.isArray(json)) return json.map((value: unknown, index) => ofTexts(value, key, depth + index));
  if (isFields(json)) {
    return Object.fromEntries(
      Object.entries(json).map(([name, value], index) => [name, ofTexts(value, name, depth + index)]),
    );
  }
  if (typeof json !== 'string') return json;
  if (LINKS.has(key)) return SCRIPT;
  return TEXTS.has(key) ? `${json} ${ATTACKS[depth % ATTACKS.length] ?? ''}` : json;
}

const FREIGHT = 4900n;
const cents = (value: unknown): bigint => (typeof value === 'string' ? BigInt(value.replace('.', '')) : 0n);
const text = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

/** Freight that no line shows: the portal's totals are others than what the widget adds up. */
export function ofCalculation(json: unknown): unknown {
  if (!isFields(json) || !isFields(json['totals'])) return json;
  const {totals} = json;
  const vat = (FREIGHT * 19n) / 100n;
  return {
    ...json,
    totals: {
      ...totals,
      net: text(cents(totals['net']) + FREIGHT),
      vat: text(cents(totals['vat']) + vat),
      gross: text(cents(totals['gross']) + FREIGHT + vat),
    },
  };
}

/** Templates of which the portal has no file. */
export function ofTemplates(json: unknown): unknown {
  if (!isListAnswer(json)) return json;
  return {...json, items: json.items.map((item) => (isFields(item) ? {...item, files: []} : item))};
}

/** Help without its video, or with one whose files are not there. */
export function ofHelp(json: unknown, video: 'none' | 'missing'): unknown {
  if (!isFields(json) || json['video'] === undefined) return json;
  const {video: given, ...text} = json;
  if (video === 'none' || !isFields(given)) return text;
  const missing = {src: 'help/no-such-video.webm', type: 'video/webm', height: 720};
  return {...text, video: {...given, sources: [missing]}};
}
