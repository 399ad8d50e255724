import {cross, type Family} from './families.ts';

/** The goods of the logistics customer. They are its own: the portal has no prices for them. */
export const WINE: Family[] = [
  {
    prefix: 'MC',
    units: [
      ['BTL', 1],
      ['BOX', 6],
      ['PALLET', 600],
    ],
    multipleOf: 6,
    tracking: 'lot',
    items: cross(
      [
        'Riesling',
        'Gewurztraminer',
        'Pinot Gris',
        'Pinot Noir',
        'Muscat',
        'Sylvaner',
        'Crémant d’Alsace Brut',
        'Crémant d’Alsace Rosé',
      ],
      [
        '2021, 0.75 l',
        '2022, 0.75 l',
        '2023, 0.75 l',
        '2024, 0.75 l',
        '2022 Vieilles Vignes, 0.75 l',
        '2021 Magnum, 1.5 l',
      ],
      (grape, year) => [`${grape} ${year}`, 0],
    ),
  },
  {
    prefix: 'ME',
    units: [
      ['JAR', 1],
      ['BOX', 12],
      ['PALLET', 1440],
    ],
    multipleOf: 12,
    tracking: 'lot',
    items: cross(
      [
        'Mirabelles au sirop',
        'Choucroute cuite',
        'Confit d’oignons',
        'Moutarde à l’ancienne',
        'Miel de sapin',
        'Terrine de campagne',
      ],
      ['180 g', '350 g', '720 g'],
      (kind, size) => [`${kind}, ${size}`, 0],
    ),
  },
];
