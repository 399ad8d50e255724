import {deviceDrafts} from './draft-store.ts';
import {forgetUploads} from './upload/kept-uploads.ts';

/**
 * Removes all unfinished orders, and rows of uploaded files, from this device, of every user and portal: for the sign-out of a page that is used on shared
 * computers. Without it they stay for fourteen days, each for its own user. Orders that were sent and of which it is not known
 * whether they have arrived are kept. What is open in an editor is not kept any more.
 */
export async function forgetDrafts(): Promise<void> {
  await Promise.all([deviceDrafts.forget(), forgetUploads()]);
}
