import { languages, type Language } from '@seloste/kernel';
import { BusinessId, EmailAddress, OneOf, Text } from '@seloste/platform';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { ControllerResponse } from '../controller/controller.dto.js';
import { UndertakingTextsResponse } from '../undertaking/undertaking.dto.js';
import { Me } from '../users/account.dto.js';
import { longestPassword, shortestPassword } from '../users/password-policy.js';

export class NewController {
  @Text(200)
  name!: string;

  @IsOptional()
  @BusinessId()
  businessId?: string | null;

  @OneOf(languages)
  language!: Language;
}

export class FirstAdmin {
  @Text(100)
  name!: string;

  @EmailAddress()
  email!: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  password!: string;
}

export class CreateSetup {
  /** Printed by the first start, or set by the operator. */
  @IsString()
  @MaxLength(500)
  token!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => NewController)
  controller!: NewController;

  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdmin)
  admin!: FirstAdmin;
}

export class SetupState {
  /** The first administrator has been made. */
  done!: boolean;
  /** The confidentiality undertaking that setting up accepts, with `{company}` for the company's name; null once it is done. */
  undertaking!: UndertakingTextsResponse | null;
}

export class SetupResponse {
  controller!: ControllerResponse;
  user!: Me;
}
