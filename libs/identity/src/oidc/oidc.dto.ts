import { NotNull } from '@seloste/platform';
import { IsBoolean } from 'class-validator';

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
