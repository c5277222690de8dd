/*
 * The roles that a line of a dump may have.
 */
#ifndef PITH_METADATA_DUMP_ROLE_H
#define PITH_METADATA_DUMP_ROLE_H

enum dump_role { DUMP_HEADLINE, DUMP_BYLINE, DUMP_DATELINE, DUMP_N_ROLES };

#endif
