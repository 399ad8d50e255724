import {css} from 'lit';

export default css`
  dt {
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .figures dd {
    font-size: 1.125em;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .figures > .fact:first-child dd {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }

  .figures .fact {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-inline-size: 0;
  }

  .moved {
    display: inline-block;
    margin-inline-end: 8px;
  }

  .due {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5em, 100%), 1fr));
    gap: 14px 24px;
  }

  .fact,
  .fact dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .return {
    display: grid;
    gap: 12px;
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
    padding: 14px 16px;
  }

  .reason {
    display: flex;
    gap: 8px;
    align-items: baseline;
    font-weight: 500;
  }

  .reason .label {
    font-weight: normal;
    color: var(--_text-muted);
  }

  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
    max-inline-size: 65ch;
  }

  .parties {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 16px 24px;
    border-block: 1px solid var(--_border);
    padding-block: 16px;
  }

  .party {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .detail .party > h3 {
    margin-block-end: 2px;
    font-size: 0.875em;
    font-weight: normal;
    color: var(--_text-muted);
  }

  .party > .name {
    font-weight: 500;
  }

  .address > span {
    display: block;
  }

  .party > .code {
    font-size: 0.875em;
    color: var(--_text-muted);
  }
`;
