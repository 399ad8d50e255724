import {css} from 'lit';

export default css`
  .columns-row {
    display: flex;
    gap: 4px;
    align-items: center;
    min-block-size: 36px;
    margin-inline: -8px;
    border-radius: var(--_radius);
    padding-inline: 8px 4px;
  }

  .columns-row:hover {
    background: var(--_surface-raised);
  }

  .columns-name {
    display: flex;
    flex: 1;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 36px;
    cursor: pointer;
  }

  .columns-name > input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .columns-name:has([aria-disabled='true']) {
    cursor: default;
  }

  .columns-down > .icon {
    rotate: 180deg;
  }
`;
