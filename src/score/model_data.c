/*
 * The compiled-in models, as bench/train makes them.
 */
#include "score/feature.h"
#include "score/model.h"
#include "score/neighborhood.h"

#include "generated/model_dump.inc"
#include "generated/model_html.inc"
