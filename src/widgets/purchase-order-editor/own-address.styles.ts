import {css} from 'lit';

/** The fields of another delivery address. */
export default css`
  .address {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 12px 16px;
    border-inline-start: 3px solid var(--_border);
    padding-inline-start: 16px;
  }

  .address > .field {
    grid-column: span 2;
  }

  .address > .address-postcode {
    grid-column: span 1;
  }

  .address > .address-city {
    grid-column: span 3;
  }

  @container (inline-size < 40em) {
    .address {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    }

    .address > .field {
      grid-column: 1 / -1;
    }

    .address > .address-postcode,
    .address > .address-city {
      grid-column: span 1;
    }
  }
`;
