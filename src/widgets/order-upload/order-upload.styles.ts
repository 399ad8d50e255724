import {css} from 'lit';

export default css`
  .start,
  .upload {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 4px;
  }

  .news {
    display: grid;
    gap: 8px;
  }

  .news:not(:has(*)) {
    position: absolute;
  }

  .steps {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 16px 24px;
  }

  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-content: start;
  }

  .step > h3 {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .template {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    justify-content: space-between;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 8px 12px;
  }

  .template-name {
    font-weight: 500;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .drop {
    display: grid;
    gap: 8px;
    justify-items: center;
    border: 2px dashed var(--_border-control);
    border-radius: calc(var(--_radius) * 1.5);
    padding: 24px 16px;
    text-align: center;
    text-wrap: balance;
    background: var(--_surface-raised);
  }

  .drop > .icon {
    font-size: 1.75em;
    color: var(--_text-muted);
  }

  .drop.over {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .choose {
    position: relative;
  }

  .choose:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .title-skeleton {
    inline-size: 12em;
    block-size: 1.6em;
  }

  .template-skeleton {
    block-size: calc(var(--_control-height) + 18px);
  }

  .step-skeleton {
    block-size: 14em;
  }

  @container (inline-size < 40em) {
    .steps {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
