import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {Company} from '../../portal/contract/index.ts';
import type {Copyable} from '../../ui/copyable.ts';
import {renderEmail, renderPhone} from './facts.ts';

/** Whom to talk to. */
export function renderContacts(
  contacts: Company['contacts'],
  copyable: Copyable,
): TemplateResult | typeof nothing {
  if (contacts.length === 0) return nothing;
  return html`<section class="group">
    <h3>${msg('People', {id: 'company-details.people'})}</h3>
    <ul class="cards">
      ${contacts.map(
        ({name, role, email, phone}, index) => html`
          <li class="card" part="contact">
            <p class="name"><bdi>${name}</bdi></p>
            ${role ? html`<p class="muted"><bdi>${role}</bdi></p>` : nothing}
            ${email ? html`<p>${renderEmail(email, {copyable, key: `email ${index}`})}</p>` : nothing}
            ${phone ? html`<p>${renderPhone(phone, {copyable, key: `phone ${index}`})}</p>` : nothing}
          </li>
        `,
      )}
    </ul>
  </section>`;
}
