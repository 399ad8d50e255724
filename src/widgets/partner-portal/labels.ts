import {documentTypeLabel, documentTypeName} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Place} from './place.ts';

/** What a place is called. `number`: of the document that is meant, where it is known. */
export function placeLabel(place: Place, {locale, number}: {locale: string; number?: string}): string {
  switch (place.area) {
    case 'overview':
      return msg('Overview', {id: 'partner-portal.overview'});
    case 'company':
      return msg('Company details', {id: 'company-details.heading'});
    case 'partners':
      return msg('Partners', {id: 'partner-portal.partners'});
    case 'invite':
      return inviteLabel();
    case 'help':
      return msg('Help', {id: 'partner-portal.help'});
    case 'documents':
      return documentTypeLabel(place.type);
    case 'document':
      return [documentTypeName(place.type), number ?? ''].join(' ').trim();
    case 'write':
      return place.draftId === undefined ? newLabel(place.type, locale) : documentTypeName(place.type);
    case 'upload':
      return uploadLabel(place.type);
  }
}

/** What begins a document of a type: "New purchase order". */
export function newLabel(type: string, locale: string): string {
  const name = documentTypeName(type);
  // English writes a noun small within a sentence, but not "RMA".
  const inner =
    locale.startsWith('en') && /^\p{Lu}\p{Ll}/u.test(name) ? name[0]?.toLowerCase() + name.slice(1) : name;
  return msg(str`New ${inner}`, {id: 'partner-portal.new'});
}

/** What invites. */
export function inviteLabel(): string {
  return msg('Invite partners', {id: 'partner-portal.invite'});
}

/** What makes documents of a type from a file: "Purchase orders from a file". */
export function uploadLabel(type: string): string {
  return msg(str`${documentTypeLabel(type)} from a file`, {id: 'partner-portal.upload'});
}
