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
            ${renderAccount(account, index, options)}
          </li>
        `,
      )}
    </ul>
  </section>`;
}

function renderAccount(
  {holder, iban, bic, accountNumber, bankCode, currency}: BankAccount,
  index: number,
  {locale, copyable}: FactOptions,
): TemplateResult | typeof nothing {
  const plain = iban?.replaceAll(/\s/g, '');
  const options = (name: string) => ({copyable, key: `${name} ${index}`});
  return renderList([
    [msg('Account holder', {id: 'company-details.holder'}), renderCode(holder, options('holder'))],
    ['IBAN', renderCode(plain, {...options('iban'), shown: plain && renderGroups(plain)})],
    ['BIC', renderCode(bic, options('bic'))],
    [
      msg('Account number', {id: 'company-details.account-number'}),
      renderCode(accountNumber, options('number')),
    ],
    [msg('Bank code', {id: 'company-details.bank-code'}), renderCode(bankCode, options('code'))],
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
