import type {PortalConnection} from './connection.ts';
import {HelpTopic} from './contract/help.ts';
import {segment, type CallOptions} from './http.ts';

/** Help on one topic. */
export async function help(
  portal: PortalConnection,
  topic: string,
  options?: CallOptions,
): Promise<HelpTopic> {
  return portal.http.json(HelpTopic, `help/${segment(topic)}`, options);
}
