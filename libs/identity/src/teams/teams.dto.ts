import { Id, NotNull, Reference, Text } from '@seloste/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

export class CreateTeam {
  @Text(100)
  name!: string;

  /** Answers the reviews of the members' grants; an active user. */
  @IsOptional()
  @Id()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  managerId?: string | null;
}

export class UpdateTeam {
  @NotNull()
  @Text(100)
  name?: string;

  @IsOptional()
  @Id()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  managerId?: string | null;
}

export class TeamResponse {
  id!: string;
  name!: string;
  manager!: Reference | null;
  /** By name. */
  members!: Reference[];
  createdAt!: Date;
  version!: number;
}

/** Every team, by name. */
export class TeamList {
  items!: TeamResponse[];
}
