import {cross, packed, PIECES, type Family} from './families.ts';

const GLOVES: Family['variants'] = [
  ['07', 'size 7 / S'],
  ['08', 'size 8 / M'],
  ['09', 'size 9 / L'],
  ['10', 'size 10 / XL'],
  ['11', 'size 11 / XXL'],
];
const CLOTHES: Family['variants'] = ['S', 'M', 'L', 'XL', '2XL', '3XL'].map((size) => [size, `size ${size}`]);

export const SUPPLY: Family[] = [
  {
    prefix: 'EL',
    units: [
      ['M', 1],
      ['DRUM', 100],
    ],
    min: 10,
    multipleOf: 10,
    breaks: [
      [100, 8],
      [500, 16],
      [2000, 22],
    ],
    discount: 4,
    items: cross(
      ['NYM-J', 'NYY-J', 'H07RN-F', 'YSLY-JZ'],
      ['3×1.5 mm²', '3×2.5 mm²', '5×1.5 mm²', '5×2.5 mm²', '5×4 mm²', '5×6 mm²', '5×10 mm²', '4×16 mm²'],
      (kind, size, i, j) => [`Cable ${kind} ${size}, sold by the metre`, 6900 + i * 2300 + j * j * 1900],
    ),
  },
  {
    prefix: 'ES',
    units: packed(12, 1440),
    breaks: PIECES,
    discount: 20,
    items: [
      ...cross(['1-pole', '2-pole', '3-pole'], ['B', 'C'], (poles, curve, i, j) => [
        `${poles}|${curve}`,
        24000 + i * 68000 + j * 4000,
      ]).flatMap(([key, price]) =>
        [6, 10, 13, 16, 20, 25, 32, 40, 63].map((ampere): [string, number] => {
          const [poles = '', curve = ''] = key.split('|');
          return [`Circuit breaker ${poles} ${curve}${ampere}, 6 kA, DIN rail`, price + ampere * 300];
        }),
      ),
      ...cross(
        [
          'Socket outlet with earth contact',
          'Two-way switch',
          'Data outlet 2×RJ45 Cat 6A',
          'Push button with lamp',
        ],
        ['flush, pure white', 'flush, anthracite', 'surface, IP 44 grey', 'surface, IP 55'],
        (kind, design, i, j) => [`${kind}, ${design}`, 38000 + i * 21000 + j * 14000],
      ),
      ...cross(
        ['LED panel', 'LED damp-proof luminaire', 'LED floodlight', 'LED tube'],
        ['18 W 3000 K', '18 W 4000 K', '36 W 4000 K', '50 W 4000 K', '50 W 6500 K'],
        (kind, power, i, j) => [`${kind} ${power}, 120 lm/W`, 144000 + i * 51000 + j * 38000],
      ),
    ],
  },
  {
    prefix: 'KL',
    units: packed(50, 12000),
    multipleOf: 10,
    breaks: PIECES,
    discount: 20,
    items: [
      ...cross(
        ['Terminal block', 'Protective earth terminal', 'Disconnect terminal', 'Fuse terminal'],
        ['1.5 mm²', '2.5 mm²', '4 mm²', '6 mm²', '10 mm²', '16 mm²'],
        (kind, size, i, j) => [`${kind} ${size}, push-in, DIN rail 35 mm`, 5400 + i * 4100 + j * 2300],
      ),
      ...cross(
        ['Cable lug, tin-plated', 'Ferrule, insulated', 'Heat-shrink tube 3:1'],
        ['1.5 mm²', '2.5 mm²', '6 mm²', '10 mm²', '16 mm²', '25 mm²', '50 mm²'],
        (kind, size, i, j) => [`${kind} ${size}`, 900 + i * 600 + j * j * 420],
      ),
    ],
  },
  {
    prefix: 'KB',
    units: [
      ['PACK', 1],
      ['BOX', 50],
    ],
    breaks: [
      [10, 8],
      [100, 20],
    ],
    variants: [
      ['SW', 'schwarz, UV-beständig'],
      ['NA', 'natur'],
      ['RT', 'rot'],
    ],
    items: cross([2.5, 3.6, 4.8, 7.6], [100, 140, 200, 300, 370], (w, l) => [
      `Kabelbinder ${w}×${l} mm, Polyamid 6.6, 100 Stück je Packung`,
      w * l * 26 + 7000,
    ]),
  },
  {
    prefix: 'PS',
    units: [
      ['PAIR', 1],
      ['BOX', 60],
    ],
    breaks: [
      [12, 6],
      [60, 14],
      [240, 22],
    ],
    variants: GLOVES,
    items: cross(
      [
        'Nitrile foam coated glove',
        'Schnittschutzhandschuh Level D, HPPE',
        'Leather driver’s glove',
        'Chemical-resistant glove, 330 mm',
        'Winter glove, lined',
      ],
      ['Basic', 'Pro', 'Pro Touch'],
      (kind, model, i, j) => [`${kind} »${model}«, EN 388`, 13000 + i * 11000 + j * 9000],
    ),
  },
  {
    prefix: 'PK',
    units: [['PCS', 1]],
    breaks: [[10, 6]],
    discount: 5,
    variants: CLOTHES,
    items: cross(
      [
        'Hi-vis vest',
        'Hi-vis softshell jacket',
        'Bundhose mit Knietaschen',
        'Polo shirt, piqué',
        'Rain jacket, breathable',
      ],
      ['yellow', 'orange', 'navy/grey', 'black/anthracite'],
      (kind, colour, i, j) => [`${kind} EN ISO 20471, ${colour}`, 48000 + i * 96000 + j * 7000],
    ),
  },
  {
    prefix: 'PF',
    units: [['PAIR', 1]],
    breaks: [[10, 5]],
    variants: Array.from({length: 11}, (_, i): [string, string] => [String(38 + i), `EU ${38 + i}`]),
    items: cross(
      ['Safety shoe S1P', 'Safety shoe S3', 'Safety boot S3', 'Sicherheitsgummistiefel S5'],
      ['Terrano', 'Alpin ESD', 'Urban'],
      (kind, model, i, j) => [`${kind} »${model}«, composite toe cap`, 590000 + i * 110000 + j * 95000],
    ),
  },
  {
    prefix: 'PH',
    units: packed(20, 2000),
    breaks: PIECES,
    items: [
      ...cross(
        ['Safety glasses', 'Safety goggles', 'Welding shield'],
        ['clear', 'tinted', 'shade 5'],
        (kind, lens, i, j) => [`${kind}, ${lens}`, 46000 + i * 61000 + j * 12000],
      ),
      ...cross(
        ['Ear defenders SNR 31 dB', 'Ear plugs, 200 pairs', 'Safety helmet EN 397', 'Knee pads'],
        ['white', 'yellow', 'blue', 'red'],
        (kind, colour, i, j) => [`${kind}, ${colour}`, 96000 + i * 21000 + j * 2000],
      ),
      ...cross(
        ['Respirator FFP2', 'Respirator FFP3', 'Half mask A2P3'],
        ['without valve', 'with valve', 'activated carbon'],
        (kind, model, i, j) => [`${kind}, ${model}, pack of 10`, 81000 + i * 90000 + j * 24000],
      ),
    ],
  },
  {
    prefix: 'LB',
    units: packed(8, 320),
    breaks: PIECES,
    items: cross(
      ['Storage bin', 'Euro container 600×400', 'Small-parts cabinet', 'Shelf, bolted, add-on bay'],
      ['size 1', 'size 2', 'size 3', 'size 4', 'size 5', 'size 6'],
      (kind, size, i, j) => [
        `${kind}, ${size}, ${['blue', 'red', 'grey', 'green'][i] ?? 'grey'}`,
        21000 + i * 140000 + j * 38000,
      ],
    ),
  },
  {
    prefix: 'RE',
    units: packed(6, 288),
    breaks: [[24, 10]],
    tracking: 'lot',
    items: [
      ...cross(
        ['Industrial cleaner', 'Hand wash paste', 'Disinfectant', 'Floor cleaner', 'Glass cleaner'],
        ['500 ml', '1 l', '5 l', '10 l'],
        (kind, size, i, j) => [`${kind}, ${size}`, 34000 + i * 6000 + j * j * 31000],
      ),
      ...cross(
        ['Cleaning rag, coloured cotton', 'Absorbent granulate type III R', 'Paper roll 3-ply'],
        ['small', 'medium', 'large'],
        (kind, size, i, j) => [`${kind}, ${size}`, 96000 + i * 41000 + j * 52000],
      ),
    ],
  },
  {
    prefix: 'FA',
    units: packed(4, 192),
    breaks: PIECES,
    tracking: 'lot',
    variants: [
      ['R9010', 'RAL 9010 Reinweiß'],
      ['R7016', 'RAL 7016 Anthrazitgrau'],
      ['R5010', 'RAL 5010 Enzianblau'],
      ['R3000', 'RAL 3000 Feuerrot'],
    ],
    items: cross(
      [
        'Fußbodenfarbe, seidenglänzend',
        'Metallschutzlack 3-in-1',
        'Grundierung, schnelltrocknend',
        'Marking paint, overhead',
      ],
      ['750 ml', '2,5 l', '10 l'],
      (kind, size, i, j) => [`${kind}, ${size}`, (140000 + i * 21000) * (j * j + 1)],
    ),
  },
  {
    prefix: 'TB',
    units: [['PCS', 1]],
    breaks: PIECES,
    discount: 10,
    items: cross(
      [
        'Türdrücker-Garnitur',
        'Knauf-Drücker-Garnitur',
        'Türschließer EN 2–5',
        'Einsteckschloss DIN 18250',
        'Panikstange',
      ],
      ['Edelstahl matt', 'Aluminium F1', 'schwarz RAL 9005'],
      (kind, finish, i, j) => [
        `${kind}, ${finish}, für Rohrrahmen- & Vollblatttüren, Dornmaß 35/55/65 mm, geprüft nach EN 179/EN 1906 Klasse 4, Lieferung mit Befestigungsmaterial und Schablone`,
        480000 + i * 210000 + j * 36000,
      ],
    ),
  },
  {
    prefix: 'PA',
    units: [
      ['PACK', 1],
      ['BOX', 8],
    ],
    vat: 700,
    breaks: [[8, 5]],
    tracking: 'lot',
    items: [
      ...cross(
        ['Caffè crema', 'Espresso', 'Filterkaffee mild', 'Filterkaffee entkoffeiniert'],
        ['500 g', '1 kg'],
        (kind, size, i, j) => [`${kind}, ${size}`, (71000 + i * 8000) * (j + 1)],
      ),
      ...cross(
        ['Black tea', 'Früchtetee', 'Shortbread', 'Cane sugar sticks'],
        ['box of 25', 'box of 100'],
        (kind, size, i, j) => [`${kind}, ${size}`, (26000 + i * 5000) * (j * 3 + 1)],
      ),
    ],
  },
  {
    prefix: 'BU',
    units: [['PCS', 1]],
    vat: 700,
    items: [
      ['Handbook: metal trades, tables & formulas, 49th edition', 289000],
      ['Handbook: electrical installation to VDE 0100, 12th edition', 449000],
      ['Handbook: drinking water hygiene in buildings', 369000],
      [
        'Fachbuch Schweißtechnik: Verfahren, Werkstoffe, Prüfung, mit über 600 Abbildungen und Aufgaben zur Prüfungsvorbereitung',
        529000,
      ],
      ['Pocket guide: threads & fits', 149000],
      ['Betriebsanweisungen für Gefahrstoffe, Sammelordner', 890000],
    ],
  },
];
