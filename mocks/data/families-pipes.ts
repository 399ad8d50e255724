import {cross, packed, PIECES, type Family} from './families.ts';

const INCHES = ['1/4"', '3/8"', '1/2"', '3/4"', '1"', '1 1/4"', '1 1/2"', '2"'] as const;
const COPPER = [12, 15, 18, 22, 28, 35, 42, 54] as const;

export const PIPES: Family[] = [
  {
    prefix: 'KH',
    units: packed(10, 600),
    breaks: PIECES,
    discount: 12,
    items: cross(
      [
        'female/female, lever',
        'male/female, lever',
        'female/female, butterfly handle',
        'drinking water DVGW, lever',
      ],
      INCHES,
      (kind, inch, i, j) => [`Ball valve brass ${inch} ${kind}, PN 25`, (j * j + 4) * 9200 + i * 14000],
    ),
  },
  {
    prefix: 'TG',
    units: packed(20, 1600),
    multipleOf: 5,
    breaks: PIECES,
    discount: 12,
    items: cross(
      [
        'elbow 90°',
        'elbow 45°',
        'tee',
        'socket',
        'union, conical',
        'hexagon nipple',
        'cap',
        'plug',
        'bushing',
      ],
      INCHES,
      (kind, inch, i, j) => [
        `Malleable iron ${kind} ${inch}, galvanised`,
        (j + 1) * (j + 2) * 2400 + i * 1700 + 5200,
      ],
    ),
  },
  {
    prefix: 'CP',
    units: packed(10, 1200),
    breaks: PIECES,
    discount: 10,
    items: cross(
      [
        'elbow 90° f/f',
        'elbow 45° f/f',
        'tee',
        'coupling',
        'slip coupling',
        'end cap',
        'reducer to next size',
      ],
      COPPER,
      (kind, d, i) => [
        `Copper press fitting ${kind} ${d} mm, V profile, EPDM`,
        d * d * 55 + i * 4100 + 11000,
      ],
    ),
  },
  {
    prefix: 'RO',
    units: [
      ['M', 1],
      ['BAR', 5],
    ],
    multipleOf: 5,
    breaks: [
      [50, 6],
      [250, 14],
    ],
    discount: 6,
    items: cross(
      ['Copper tube EN 1057 R290', 'Stainless tube 1.4401, press system'],
      COPPER,
      (kind, d, i) => [`${kind}, ${d} mm, bar of 5 m`, d * 2900 + i * 23000],
    ),
  },
  {
    prefix: 'SL',
    units: [
      ['M', 1],
      ['DRUM', 50],
    ],
    min: 1,
    breaks: [
      [50, 10],
      [200, 18],
    ],
    divisible: true,
    items: [
      ...cross(['2SN', '1SN', '4SP'], [6, 8, 10, 12, 16, 20, 25], (kind, d) => [
        `Hydraulic hose EN 853 ${kind} DN ${d}, sold by the metre`,
        d * 4700 + (kind === '4SP' ? 61000 : 18000),
      ]),
      ...cross([4, 6, 8, 10, 12, 16], ['PU', 'PA', 'PVC, fabric reinforced'], (d, kind) => [
        `Air hose ${kind} Ø ${d} mm, blue, sold by the metre`,
        d * 1700 + 3500,
      ]),
    ],
  },
  {
    prefix: 'PN',
    units: packed(10, 4000),
    multipleOf: 5,
    breaks: PIECES,
    discount: 7,
    items: cross(['straight', 'elbow, swivelling', 'tee, swivelling'], [4, 6, 8, 10, 12], (kind, d, i) => [
      `${kind}|${d}`,
      i * 4000 + d * 2400,
    ]).flatMap(([key, price]) =>
      ['M5', '1/8"', '1/4"', '3/8"', '1/2"'].map((thread, k): [string, number] => {
        const [kind = '', d = ''] = key.split('|');
        return [
          `Push-in fitting ${kind}, Ø ${d} mm × ${thread}, nickel-plated brass`,
          price + k * 3100 + 6000,
        ];
      }),
    ),
  },
  {
    prefix: 'OR',
    units: packed(100, 50000),
    min: 10,
    multipleOf: 10,
    breaks: [
      [100, 10],
      [1000, 22],
    ],
    items: cross(
      ['NBR 70', 'FKM 80'],
      [5, 6, 8, 10, 12, 15, 18, 20, 25, 30, 36, 40, 50, 63, 80],
      (kind, d) => [`${kind}|${d}`, (d * 16 + 300) * (kind === 'FKM 80' ? 6 : 1)],
    ).flatMap(([key, price]) =>
      [1.5, 2, 2.5, 3].map((thickness): [string, number] => {
        const [kind = '', d = ''] = key.split('|');
        return [`O-ring ${d}×${thickness} mm, ${kind} Shore A`, Math.round(price * thickness)];
      }),
    ),
  },
  {
    prefix: 'MA',
    units: packed(5, 400),
    breaks: PIECES,
    discount: 10,
    items: cross(
      [40, 63, 80, 100],
      ['0–1 bar', '0–6 bar', '0–10 bar', '0–16 bar', '−1–0 bar'],
      (d, range, _, j) => [
        `Pressure gauge Ø ${d} mm, ${range}, 1/4" bottom connection`,
        d * 2300 + j * 4100 + 32000,
      ],
    ),
  },
];
