/*
 * The compiled-in models, as bench/train makes them.
 */
#include "score/model.h"

#include "generated/model_dump.inc"
#include "generated/model_html.inc"
