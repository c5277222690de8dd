/*
 * Formulas in the addresses of services that draw them.
 */
#ifndef PITH_PAGE_FORMULA_ADDRESS_H
#define PITH_PAGE_FORMULA_ADDRESS_H

#include "base/arena.h"
#include "base/str.h"

/* The services, for quick checks. */
struct formula_services {
    struct str_starts starts;
};

void formula_services_init(struct formula_services *services);

bool formula_is_of_service(const struct formula_services *services, struct str url);

/* The TeX in the address of a service's image, valid UTF-8; STR_NONE if there is none. */
struct str formula_of_address(struct arena *arena, const struct formula_services *services,
                              struct str url);

#endif
