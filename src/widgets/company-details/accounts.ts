import {html, nothing, type TemplateResult} from 'lit';
import {currencyText} from '../../locales/formats.ts';
import {msg} from '../../locales/localize.ts';
import type {BankAccount} from '../../portal/contract/partners.ts';
import {renderCode, renderList, type FactOptions} from './facts.ts';

/** The bank accounts, as the portal orders them. */
export function renderAccounts(
  accounts: readonly BankAccount[],
  options: FactOptions,
): TemplateResult | typeof nothing {
  if (accounts.length === 0) return nothing;
  return html`<section class="group">
    <h3>${msg('Bank accounts', {id: 'company-details.accounts'})}</h3>
    <ul class="cards wide">
      ${accounts.map(
        (account, index) => html`
          <li class="card" part="account">
            ${account.bankName ? html`<p class="name"><bdi>${account.bankName}</bdi></p>` : nothing}
            ${
              index === 0 && accounts.length > 1
                ? html`<p class="muted">
                    ${msg('Preferred account', {id: 'company-details.preferred-account'})}
                  </p>`
                : nothing
            }
            ${renderAccount(account, options)}
          </li>
        `,
      )}
    </ul>
  </section>`;
}

function renderAccount(
  {holder, iban, bic, accountNumber, bankCode, currency}: BankAccount,
  {locale, copyable}: FactOptions,
): TemplateResult | typeof nothing {
  const plain = iban?.replaceAll(/\s/g, '');
  return renderList([
    [msg('Account holder', {id: 'company-details.holder'}), holder ? html`<bdi>${holder}</bdi>` : undefined],
    ['IBAN', renderCode(plain, copyable, plain && renderGroups(plain))],
    ['BIC', renderCode(bic, copyable)],
    [msg('Account number', {id: 'company-details.account-number'}), renderCode(accountNumber, copyable)],
    [msg('Bank code', {id: 'company-details.bank-code'}), renderCode(bankCode, copyable)],
    [
      msg('Currency', {id: 'company-details.currency'}),
      currency ? currencyText(currency, locale) : undefined,
    ],
  ]);
}

/** Groups of four for the eye. There are no spaces between them, so that whoever marks and copies by hand has none either. */
function renderGroups(iban: string): TemplateResult {
  const groups = iban.match(/.{1,4}/gu) ?? [];
  return html`<span class="groups">${groups.map((group) => html`<span>${group}</span><wbr />`)}</span>`;
}
