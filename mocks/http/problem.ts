import {HttpResponse} from 'msw';
import type {Problem as ProblemBody, ProblemItem} from '../../src/portal/contract/index.ts';
import type {Locale, Text} from '../data/text.ts';

const TITLES: ReadonlyMap<number, Text> = new Map([
  [400, {en: 'Bad request', de: 'Ungültige Anfrage'}],
  [401, {en: 'Not signed in', de: 'Nicht angemeldet'}],
  [403, {en: 'Not allowed', de: 'Nicht erlaubt'}],
  [404, {en: 'Not found', de: 'Nicht gefunden'}],
  [409, {en: 'Conflict', de: 'Konflikt'}],
  [410, {en: 'Gone', de: 'Nicht mehr vorhanden'}],
  [412, {en: 'Changed in the meantime', de: 'Zwischenzeitlich geändert'}],
  [422, {en: 'Cannot be processed', de: 'Kann nicht verarbeitet werden'}],
  [428, {en: 'Condition required', de: 'Bedingung erforderlich'}],
  [429, {en: 'Too many requests', de: 'Zu viele Anfragen'}],
  [500, {en: 'Internal error', de: 'Interner Fehler'}],
  [503, {en: 'Not available', de: 'Nicht verfügbar'}],
]);

/** What is wrong with one place of a request body, in every language. */
export interface ProblemPlace {
  pointer: string;
  code: string;
  detail: Text;
}

export interface ProblemOptions {
  errors?: ProblemPlace[];
  headers?: Record<string, string>;
}

/** Thrown by handlers; becomes an answer of `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Text;
  readonly options: ProblemOptions;

  constructor(status: number, code: string, detail: Text, options: ProblemOptions = {}) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.options = options;
  }

  /** The answer in a language. */
  toResponse(locale: Locale, traceId: string): Response {
    const errors = this.options.errors?.map(({pointer, code, detail}): ProblemItem => ({
      pointer,
      code,
      detail: detail[locale],
    }));
    const body: ProblemBody = {
      type: `https://portal.brinkholt.example/problems/${this.code.replaceAll('_', '-')}`,
      title: TITLES.get(this.status)?.[locale] ?? 'Problem',
      status: this.status,
      code: this.code,
      detail: this.detail[locale],
      traceId,
      ...(errors ? {errors} : {}),
    };
    return HttpResponse.json(body, {
      status: this.status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Content-Language': locale,
        'Cache-Control': 'no-store',
        ...this.options.headers,
      },
    });
  }
}

export const notSignedIn = (): Problem =>
  new Problem(
    401,
    'not_signed_in',
    {en: 'Please sign in.', de: 'Bitte melden Sie sich an.'},
    {
      headers: {'WWW-Authenticate': 'Bearer'},
    },
  );

export const notAllowed = (): Problem =>
  new Problem(403, 'not_allowed', {
    en: 'Your account may not do this.',
    de: 'Ihr Zugang ist dafür nicht freigeschaltet.',
  });

export const notFound = (): Problem =>
  new Problem(404, 'not_found', {en: 'This does not exist.', de: 'Das gibt es nicht.'});

export const serverError = (): Problem =>
  new Problem(500, 'internal_error', {
    en: 'Something went wrong at the portal. Please try again later.',
    de: 'Im Portal ist ein Fehler aufgetreten. Bitte versuchen Sie es später noch einmal.',
  });

export const badParameter = (name: string): Problem =>
  new Problem(400, 'invalid_parameter', {
    en: `The parameter “${name}” is not valid.`,
    de: `Der Parameter „${name}“ ist ungültig.`,
  });
