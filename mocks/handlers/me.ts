import type {Company, Me} from '../../src/portal/contract/index.ts';
import {HOST} from '../data/companies.ts';
import {PAYMENT_TERMS} from '../data/text.ts';
import {membershipView} from '../data/users.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {notAllowed} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';

function me(call: Call): Response {
  const {user, locale, membership} = call;
  const answer: Me = {
    contractVersion: '1.0',
    user: {id: user.id, name: user.name, email: user.email},
    membershipId: membership.id,
    memberships: user.memberships.map((one) => membershipView(call.restricted(one), locale)),
  };
  return json(call, answer);
}

function company(call: Call): Response {
  const {membership, locale} = call;
  if (!membership.company) throw notAllowed();
  const {terms, ...record} = membership.partner ?? HOST;
  const words = PAYMENT_TERMS.get(terms);
  const answer: Company = {...record, ...(words ? {paymentTerms: words[locale]} : {})};
  return json(call, answer, {headers: {ETag: '"v1"'}});
}

export function addMe(add: AddRoute): void {
  add('get', '/me', me);
  add('get', '/company', company);
}
