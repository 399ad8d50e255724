import {css} from 'lit';

/** The room that the form takes, with and without it. */
export default css`
  .frame {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .heading {
    padding: 12px 16px;
    border-block-end: 1px solid var(--_border);
  }

  .form {
    display: grid;
    gap: 16px;
    padding: 16px;
  }

  .skeleton {
    block-size: var(--_control-height);
  }

  .skeleton.tall {
    block-size: 7em;
  }
`;
