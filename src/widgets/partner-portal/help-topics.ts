import type {Place} from './place.ts';

/** The topics on which help may be meant at a place, the closest first. */
export function helpTopics(place: Place): string {
  switch (place.area) {
    case 'documents':
    case 'document':
      return `${place.type} documents`;
    case 'write':
      return place.type;
    case 'upload':
      return `upload ${place.type}`;
    case 'invite':
      return 'invitations';
    case 'partners':
      return 'partners invitations';
    case 'help':
      return 'overview';
    default:
      return place.area;
  }
}
