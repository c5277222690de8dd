/*
 * The compiled-in models, as bench/train makes them.
 */
#include "model.h"

#include "generated/model_html.inc"
#include "generated/model_dump.inc"
