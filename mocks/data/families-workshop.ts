import {cross, packed, PIECES, type Family} from './families.ts';

const GRITS = [40, 60, 80, 100, 120, 180, 240, 320, 400] as const;
const ONE: Family['units'] = [['PCS', 1]];

export const WORKSHOP: Family[] = [
  {
    prefix: 'BO',
    units: [
      ['PCS', 1],
      ['PACK', 10],
    ],
    breaks: PIECES,
    discount: 15,
    items: [
      ...cross(
        ['HSS-G', 'HSS-Co 5%'],
        Array.from({length: 25}, (_, i) => 1 + i / 2),
        (kind, d) => [
          `Twist drill DIN 338 ${kind} ${d.toFixed(1)} mm, 135°`,
          (d * d * 800 + 9000) * (kind === 'HSS-G' ? 1 : 2.1),
        ],
      ),
      ...cross([5, 6, 8, 10, 12, 14, 16, 18, 20, 25], [110, 160, 210, 310], (d, l) => [
        `Hammer drill bit SDS-plus ${d}×${l} mm, 4 cutting edges`,
        d * l * 29 + 17000,
      ]),
    ],
  },
  {
    prefix: 'TS',
    units: packed(25, 5000),
    multipleOf: 5,
    breaks: [
      [25, 10],
      [100, 18],
      [500, 25],
    ],
    discount: 10,
    items: [
      ...cross(
        [115, 125, 180, 230],
        ['1.0 mm inox', '1.6 mm steel', '2.5 mm steel', '3.0 mm stone', '6.0 mm grinding'],
        (d, kind, _, j) => [`Cutting disc ${d} mm, ${kind}`, d * 80 + j * 1400],
      ),
      ...cross([115, 125], GRITS, (d, grit) => [
        `Flap disc ${d} mm, zirconia, grit ${grit}`,
        d * 190 + grit * 11,
      ]),
      ...cross(
        ['sheet 230×280 mm', 'Velcro disc Ø 150 mm, 15 holes', 'belt 75×533 mm'],
        GRITS,
        (kind, grit, i) => [`Abrasive ${kind}, P${grit}`, 5200 + i * 4300],
      ),
    ],
  },
  {
    prefix: 'WZ',
    units: ONE,
    breaks: [[5, 4]],
    discount: 12,
    items: [
      ...cross(
        ['Combination spanner', 'Double open-ended spanner', 'Ring ratchet spanner'],
        [6, 7, 8, 10, 12, 13, 14, 15, 17, 19, 22, 24, 27, 30, 32, 36],
        (kind, size, i) => [`${kind} ${size} mm, chrome vanadium`, size * 4200 + i * 48000 + 21000],
      ),
      ...cross(
        ['Screwdriver', 'VDE screwdriver 1,000 V'],
        [
          'PH1×80',
          'PH2×100',
          'PZ1×80',
          'PZ2×100',
          'TX15×80',
          'TX20×100',
          'TX25×100',
          'TX30×120',
          'SL 4.0×100',
          'SL 5.5×125',
        ],
        (kind, tip, i, j) => [`${kind} ${tip}, two-component handle`, 41000 + i * 38000 + j * 2100],
      ),
      ...cross(
        ['1/4"', '3/8"', '1/2"', '3/4"'],
        [8, 10, 13, 14, 16, 17, 19, 21, 22, 24, 27, 30],
        (drive, size, i) => [`Socket ${drive} drive, ${size} mm, hexagon`, size * 1900 + i * 9000 + 14000],
      ),
      ...cross(
        ['Water pump pliers', 'Combination pliers', 'Diagonal cutters', 'Long-nose pliers'],
        [160, 180, 200, 250, 300],
        (kind, l, i) => [`${kind} ${l} mm`, l * 900 + i * 17000],
      ),
    ],
  },
  {
    prefix: 'EW',
    units: ONE,
    max: 20,
    discount: 8,
    tracking: 'serial',
    items: cross(
      [
        'Cordless drill driver',
        'Cordless impact wrench 1/2"',
        'Cordless angle grinder 125 mm',
        'Cordless hammer drill SDS-plus',
        'Cordless press tool 18–54 mm',
      ],
      [
        'Vektra V12, 2×2.5 Ah',
        'Vektra V18, 2×4.0 Ah',
        'Vektra V18, 2×5.5 Ah in case',
        'Vektra V18 bare tool',
        'Vektra V36, 2×4.0 Ah',
      ],
      (kind, model, i, j) => [`${kind} ${model}`, 1_190_000 + i * 470_000 + j * 310_000],
    ),
  },
  {
    prefix: 'LA',
    units: packed(10, 2000),
    breaks: PIECES,
    discount: 18,
    items: cross(
      [
        '6000',
        '6001',
        '6002',
        '6003',
        '6004',
        '6005',
        '6006',
        '6200',
        '6201',
        '6202',
        '6203',
        '6204',
        '6205',
        '6206',
        '6302',
        '6304',
        '6305',
        '6306',
      ],
      ['2RS', 'ZZ', '2RS C3', 'open'],
      (size, seal, i, j) => [`Deep groove ball bearing ${size} ${seal}`, 19000 + i * 3100 + j * 900],
    ),
  },
  {
    prefix: 'KR',
    units: ONE,
    breaks: PIECES,
    discount: 14,
    items: cross(
      ['SPZ', 'SPA', 'SPB', 'XPZ'],
      [630, 710, 800, 850, 900, 1000, 1060, 1120, 1250, 1320, 1400, 1500, 1600, 1800, 2000, 2240, 2500],
      (profile, l, i) => [`Narrow V-belt ${profile} ${l} Lw`, l * 60 + i * 16000 + 12000],
    ),
  },
  {
    prefix: 'SW',
    units: [
      ['KG', 1],
      ['PACK', 5],
    ],
    min: 5,
    multipleOf: 5,
    breaks: [[50, 8]],
    items: [
      ...cross(['Rutile electrode E 6013', 'Basic electrode E 7018'], [2, 2.5, 3.2, 4, 5], (kind, d) => [
        `${kind} Ø ${d}×350 mm`,
        52000 + d * 900,
      ]),
      ...cross(
        ['MIG wire G3Si1', 'MIG wire 308LSi', 'TIG rod ER 316LSi'],
        [0.8, 1, 1.2, 1.6, 2.4],
        (kind, d, i) => [`${kind} Ø ${d} mm, spool 15 kg`, 31000 + i * 97000 - d * 2400],
      ),
    ],
  },
  {
    prefix: 'CH',
    units: packed(12, 576),
    breaks: [
      [12, 7],
      [96, 15],
    ],
    discount: 10,
    tracking: 'lot',
    items: [
      ...cross(
        [
          'Penetrating oil',
          'Silicone spray',
          'Brake & parts cleaner',
          'Zinc spray 98%',
          'Contact cleaner',
          'Cutting oil foam',
          'Leak detector',
        ],
        ['400 ml', '500 ml', '5 l canister'],
        (kind, size, i, j) => [`${kind}, ${size}`, (31000 + i * 4900) * (j === 2 ? 6 : 1 + j / 5)],
      ),
      ...cross(
        [
          'Threadlocker medium',
          'Threadlocker high strength',
          'Pipe sealant',
          'Cyanoacrylate adhesive',
          'Epoxy adhesive 2K',
        ],
        ['10 ml', '50 ml', '250 ml'],
        (kind, size, i, j) => [`${kind}, ${size}`, (58000 + i * 6100) * (j * 2 + 1)],
      ),
      ...cross(
        ['Hydraulic oil HLP 46', 'Gear oil CLP 220', 'Multi-purpose grease EP 2', 'Compressor oil VDL 100'],
        ['400 g cartridge', '5 l', '20 l', '60 l'],
        (kind, size, i, j) => [`${kind}, ${size}`, (41000 + i * 5300) * (j === 0 ? 1 : j * j * 3)],
      ),
    ],
  },
  {
    prefix: 'DI',
    units: packed(20, 1200),
    breaks: [
      [20, 8],
      [240, 16],
    ],
    tracking: 'lot',
    variants: [
      ['TR', 'transparent'],
      ['WS', 'weiß'],
      ['GR', 'grau'],
      ['SW', 'schwarz'],
    ],
    items: [
      ['Sanitary silicone 310 ml, fungicidal', 52000],
      ['Natursteinsilikon 310 ml, neutral vernetzend', 88000],
      ['Hybrid polymer sealant & adhesive 290 ml', 79000],
      ['Acryl-Dichtstoff 310 ml, überstreichbar nach 24 Stunden', 24000],
      [
        'Assembly adhesive 600 ml foil bag, initial tack 250 kg/m², for panels up to 3 m, indoors & outdoors',
        124000,
      ],
    ],
  },
];
