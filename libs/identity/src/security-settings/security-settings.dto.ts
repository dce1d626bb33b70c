import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '@seloste/kernel';
import { ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';

export class UpdateSecuritySettings {
  /** Whoever holds one of these has to have a second factor. */
  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(roles, { each: true })
  secondFactorRoles!: Role[];

  /** An export of more people than this needs a second person's approval. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  exportApprovalThreshold!: number;
}

export class SecuritySettingsResponse extends UpdateSecuritySettings {
  version!: number;
  updatedAt!: Date;
}
