import type {Text} from './text.ts';

/** Terms that an invited person has to agree to. */
export interface TermsRecord {
  id: string;
  version: string;
  title: Text;
  url: string;
}

/** The terms of the portal now. */
export function currentTerms(): TermsRecord[] {
  return [
    {
      id: 'portal-terms',
      version: '2026-03',
      title: {en: 'Terms of use of the partner portal', de: 'Nutzungsbedingungen des Partnerportals'},
      url: 'https://www.brinkholt.example/terms',
    },
    {
      id: 'privacy',
      version: '2025-11',
      title: {en: 'Privacy notice', de: 'Datenschutzhinweise'},
      url: 'https://www.brinkholt.example/privacy',
    },
  ];
}
