import { NotNull } from '@seloste/platform';
import { IsBoolean } from 'class-validator';
import { FactorFields } from '../second-factor/second-factor.dto.js';

export class CreateAuthorisation {
  /** Asks the provider to let the person prove once more who they are, even if they are signed in there. */
  @NotNull()
  @IsBoolean()
  again: boolean = false;
}

export class Authorisation {
  /** At the provider. */
  url!: string;
}

/** The second factor of the account; with neither, only the factors that it takes are told. */
export class CreateOidcSession extends FactorFields {}
