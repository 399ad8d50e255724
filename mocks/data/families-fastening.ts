import {BULK, cross, packed, PIECES, screws, type Family} from './families.ts';

const METRIC = [5, 6, 8, 10, 12, 16, 20] as const;
const STEELS = [
  ['steel 8.8, zinc plated', 10],
  ['stainless A2', 21],
  ['stainless A4', 34],
] as const;

export const FASTENING: Family[] = [
  {
    ...screws,
    prefix: 'BF',
    items: cross(STEELS, METRIC, (steel, m) => [`${m}`, steel[1]]).flatMap(([m, factor]) =>
      [12, 16, 20, 25, 30, 35, 40, 50, 60, 70, 80, 100, 120].map((length): [string, number] => {
        const size = Number(m);
        const steel = STEELS.find((one) => one[1] === factor) ?? STEELS[0];
        const price = Math.round((size * size * (length + 20) * factor) / 170) + 90;
        return [`Hex bolt DIN 933 M${size}×${length}, ${steel[0]}`, price];
      }),
    ),
  },
  {
    ...screws,
    prefix: 'BF',
    items: cross(['black 12.9', 'stainless A2'], [4, 5, 6, 8, 10, 12], (steel, m) => [
      `${steel}|${m}`,
      m,
    ]).flatMap(([key]) =>
      [8, 10, 12, 16, 20, 25, 30, 40, 50, 60].map((length): [string, number] => {
        const [steel = '', m = '4'] = key.split('|');
        const price = Number(m) * Number(m) * (length + 16) * (steel === 'black 12.9' ? 0.07 : 0.11);
        return [`Socket head cap screw DIN 912 M${m}×${length}, ${steel}`, Math.round(price) + 210];
      }),
    ),
  },
  {
    ...screws,
    prefix: 'SK',
    items: cross([4, 5, 6, 8, 10], [10, 12, 16, 20, 25, 30, 40, 50], (m, l) => [
      `${m}×${l}`,
      m * m * (l + 12),
    ]).flatMap(([size, factor]) =>
      ['black 10.9', 'stainless A2'].map((steel, i): [string, number] => [
        `Countersunk screw DIN 7991 M${size}, ${steel}, hexagon socket`,
        Math.round(factor * (0.08 + i * 0.05)) + 180,
      ]),
    ),
  },
  {
    ...screws,
    prefix: 'MU',
    items: [
      ...cross(STEELS, [4, ...METRIC, 24], (steel, m) => [
        `Hex nut DIN 934 M${m}, ${steel[0]}`,
        m * m * steel[1] * 0.7,
      ]),
      ...cross(STEELS, [4, ...METRIC, 24], (steel, m) => [
        `Washer DIN 125 A M${m}, ${steel[0]}`,
        m * m * steel[1] * 0.28 + 12,
      ]),
      ...cross(STEELS, METRIC, (steel, m) => [
        `Lock nut DIN 985 M${m} with nylon ring, ${steel[0]}`,
        m * m * steel[1] * 0.9,
      ]),
    ],
  },
  {
    ...screws,
    prefix: 'HS',
    units: packed(500, 40000),
    items: cross([3, 3.5, 4, 4.5, 5, 6, 8], [20, 30, 40, 50, 60, 80, 100, 120, 160], (d, l) => [
      `Chipboard screw TX ${d}×${l} mm, partial thread, yellow zinc`,
      d * d * l * 0.45 + 60,
    ]),
  },
  {
    prefix: 'DU',
    units: packed(100, 9600),
    min: 50,
    multipleOf: 25,
    breaks: BULK,
    discount: 8,
    items: [
      ...cross([5, 6, 8, 10, 12, 14, 16], ['', ' with collar', ' long'], (d, kind, _, j) => [
        `Nylondübel Ø ${d} mm${kind ? kind.replace('with collar', 'mit Kragen').replace('long', 'lang') : ''}, grau`,
        d * d * (9 + j * 2),
      ]),
      ...cross([8, 10, 12, 16, 20], [70, 90, 110, 140], (d, l) => [
        `Through-bolt anchor BZ-S M${d}/${l} for cracked concrete, option 1, ETA, with washer & nut`,
        d * d * l * 0.6,
      ]),
    ],
  },
  {
    prefix: 'GW',
    units: [
      ['PCS', 1],
      ['PACK', 10],
    ],
    breaks: PIECES,
    discount: 5,
    items: cross(STEELS, [6, 8, 10, 12, 16, 20, 24], (steel, m) => [
      `Gewindestange DIN 975 M${m} × 1 m, ${steel[0]}`,
      m * m * steel[1] * 16,
    ]),
  },
  {
    prefix: 'NT',
    units: packed(250, 30000),
    min: 250,
    multipleOf: 250,
    breaks: BULK,
    items: cross([3, 3.2, 4, 4.8, 5], [6, 8, 10, 12, 16, 20], (d, l) => [
      `Blind rivet Al/St ${d}×${l} mm, flat head`,
      d * l * 9 + 90,
    ]),
  },
  {
    prefix: 'SC',
    units: packed(25, 2400),
    multipleOf: 5,
    breaks: PIECES,
    items: [
      ...cross(['W1', 'W4'], [12, 16, 20, 25, 32, 40, 50, 60, 70, 80], (grade, d) => [
        `Hose clamp ${grade} ${d}–${d + 12} mm <9 mm band>, worm drive`,
        (d * 60 + 2900) * (grade === 'W4' ? 2.2 : 1),
      ]),
      ...cross([15, 18, 22, 28, 35, 42, 54, 64, 76, 110], ['M8', 'M8/M10'], (d, thread) => [
        `Rohrschelle mit Schalldämmeinlage ${d} mm, Anschluss ${thread}`,
        d * 140 + 5200,
      ]),
    ],
  },
  {
    prefix: 'FE',
    units: packed(10, 800),
    breaks: PIECES,
    items: [
      ...cross([6, 8, 10, 12, 14, 16], [20, 40, 60, 80, 100], (d, l) => [
        `Compression spring Ø ${d} × ${l} mm, spring steel EN 10270-1`,
        d * l * 38 + 4200,
      ]),
      ...cross(
        [50, 75, 80, 100, 125, 160, 200],
        ['fixed', 'swivel', 'swivel with brake', 'stainless swivel'],
        (d, kind, _, j) => [
          `Castor ${d} mm, ${kind}, solid rubber wheel, plate ${d > 100 ? '135×110' : '105×85'} mm`,
          d * 900 + j * 21000,
        ],
      ),
    ],
  },
];
