/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $Boolean = $util.global.Boolean, $String = $util.global.String, $Array = $util.global.Array, $isFinite = $util.global.isFinite;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const zscl = $root.zscl = (() => {

    /**
     * Namespace zscl.
     * @exports zscl
     * @namespace
     */
    const zscl = {};

    zscl.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof zscl
         * @namespace
         */
        const v1 = {};

        v1.ControlDown = (function() {

            /**
             * Properties of a ControlDown.
             * @typedef {Object} zscl.v1.ControlDown.$Properties
             * @property {number|null} [epoch] ControlDown epoch
             * @property {number|null} [sequence] ControlDown sequence
             * @property {zscl.v1.Cancel.$Properties|null} [cancel] ControlDown cancel
             * @property {zscl.v1.Shutdown.$Properties|null} [shutdown] ControlDown shutdown
             * @property {zscl.v1.Proof.$Properties|null} [proof] ControlDown proof
             * @property {"cancel"|"shutdown"|"proof"} [body] ControlDown body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ControlDown.
             * @memberof zscl.v1
             * @interface IControlDown
             * @augments zscl.v1.ControlDown.$Properties
             * @deprecated Use zscl.v1.ControlDown.$Properties instead.
             */

            /**
             * Narrowed shape of a ControlDown.
             * @typedef {{
             *   epoch?: number|null;
             *   sequence?: number|null;
             *   cancel?: zscl.v1.Cancel.$Shape|null;
             *   shutdown?: zscl.v1.Shutdown.$Shape|null;
             *   proof?: zscl.v1.Proof.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; cancel?: null; shutdown?: null; proof?: null }|{ body?: "cancel"; cancel: zscl.v1.Cancel.$Shape; shutdown?: null; proof?: null }|{ body?: "shutdown"; cancel?: null; shutdown: zscl.v1.Shutdown.$Shape; proof?: null }|{ body?: "proof"; cancel?: null; shutdown?: null; proof: zscl.v1.Proof.$Shape })
             * )} zscl.v1.ControlDown.$Shape
             */

            /**
             * Constructs a new ControlDown.
             * @memberof zscl.v1
             * @classdesc Represents a ControlDown.
             * @constructor
             * @param {zscl.v1.ControlDown.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ControlDown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ControlDown epoch.
             * @member {number} epoch
             * @memberof zscl.v1.ControlDown
             * @instance
             */
            ControlDown.prototype.epoch = 0;

            /**
             * ControlDown sequence.
             * @member {number} sequence
             * @memberof zscl.v1.ControlDown
             * @instance
             */
            ControlDown.prototype.sequence = 0;

            /**
             * ControlDown cancel.
             * @member {zscl.v1.Cancel.$Properties|null|undefined} cancel
             * @memberof zscl.v1.ControlDown
             * @instance
             */
            ControlDown.prototype.cancel = null;

            /**
             * ControlDown shutdown.
             * @member {zscl.v1.Shutdown.$Properties|null|undefined} shutdown
             * @memberof zscl.v1.ControlDown
             * @instance
             */
            ControlDown.prototype.shutdown = null;

            /**
             * ControlDown proof.
             * @member {zscl.v1.Proof.$Properties|null|undefined} proof
             * @memberof zscl.v1.ControlDown
             * @instance
             */
            ControlDown.prototype.proof = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ControlDown body.
             * @member {"cancel"|"shutdown"|"proof"|undefined} body
             * @memberof zscl.v1.ControlDown
             * @instance
             */
            $Object.defineProperty(ControlDown.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["cancel", "shutdown", "proof"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ControlDown message. Does not implicitly {@link zscl.v1.ControlDown.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.ControlDown
             * @static
             * @param {zscl.v1.ControlDown.$Properties} message ControlDown message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ControlDown.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sequence);
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.zscl.v1.Cancel.encode(message.cancel, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.shutdown != null && $Object.hasOwnProperty.call(message, "shutdown"))
                    $root.zscl.v1.Shutdown.encode(message.shutdown, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    $root.zscl.v1.Proof.encode(message.proof, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ControlDown message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.ControlDown
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.ControlDown & zscl.v1.ControlDown.$Shape} ControlDown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ControlDown.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.ControlDown();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.zscl.v1.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.body = "cancel";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.shutdown = $root.zscl.v1.Shutdown.decode(reader, reader.size(), $undefined, _depth + 1, message.shutdown);
                            message.body = "shutdown";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.proof = $root.zscl.v1.Proof.decode(reader, reader.size(), $undefined, _depth + 1, message.proof);
                            message.body = "proof";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ControlDown message.
             * @function verify
             * @memberof zscl.v1.ControlDown
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ControlDown.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch))
                        return "epoch: integer expected";
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    if (!$util.isInteger(message.sequence))
                        return "sequence: integer expected";
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel")) {
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Cancel.verify(message.cancel, _depth + 1);
                        if (error)
                            return "cancel." + error;
                    }
                }
                if (message.shutdown != null && $Object.hasOwnProperty.call(message, "shutdown")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Shutdown.verify(message.shutdown, _depth + 1);
                        if (error)
                            return "shutdown." + error;
                    }
                }
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Proof.verify(message.proof, _depth + 1);
                        if (error)
                            return "proof." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a ControlDown message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.ControlDown
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.ControlDown} ControlDown
             */
            ControlDown.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.ControlDown)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.ControlDown: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.ControlDown();
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                if (object.sequence != null)
                    if ($Number(object.sequence) !== 0)
                        message.sequence = object.sequence >>> 0;
                if (object.cancel != null) {
                    if (!$util.isObject(object.cancel))
                        throw $TypeError(".zscl.v1.ControlDown.cancel: object expected");
                    message.cancel = $root.zscl.v1.Cancel.fromObject(object.cancel, _depth + 1);
                }
                if (object.shutdown != null) {
                    if (!$util.isObject(object.shutdown))
                        throw $TypeError(".zscl.v1.ControlDown.shutdown: object expected");
                    message.shutdown = $root.zscl.v1.Shutdown.fromObject(object.shutdown, _depth + 1);
                }
                if (object.proof != null) {
                    if (!$util.isObject(object.proof))
                        throw $TypeError(".zscl.v1.ControlDown.proof: object expected");
                    message.proof = $root.zscl.v1.Proof.fromObject(object.proof, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a ControlDown message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.ControlDown
             * @static
             * @param {zscl.v1.ControlDown} message ControlDown
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ControlDown.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.epoch = 0;
                    object.sequence = 0;
                }
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    object.sequence = message.sequence;
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel")) {
                    object.cancel = $root.zscl.v1.Cancel.toObject(message.cancel, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "cancel";
                }
                if (message.shutdown != null && $Object.hasOwnProperty.call(message, "shutdown")) {
                    object.shutdown = $root.zscl.v1.Shutdown.toObject(message.shutdown, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "shutdown";
                }
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof")) {
                    object.proof = $root.zscl.v1.Proof.toObject(message.proof, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "proof";
                }
                return object;
            };

            /**
             * Converts this ControlDown to JSON.
             * @function toJSON
             * @memberof zscl.v1.ControlDown
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ControlDown.prototype.toJSON = function() {
                return ControlDown.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ControlDown;
        })();

        v1.Cancel = (function() {

            /**
             * Properties of a Cancel.
             * @typedef {Object} zscl.v1.Cancel.$Properties
             * @property {number|null} [through_sequence] Cancel through_sequence
             * @property {boolean|null} [abandon] Cancel abandon
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Cancel.
             * @memberof zscl.v1
             * @interface ICancel
             * @augments zscl.v1.Cancel.$Properties
             * @deprecated Use zscl.v1.Cancel.$Properties instead.
             */

            /**
             * Shape of a Cancel.
             * @typedef {zscl.v1.Cancel.$Properties} zscl.v1.Cancel.$Shape
             */

            /**
             * Constructs a new Cancel.
             * @memberof zscl.v1
             * @classdesc Represents a Cancel.
             * @constructor
             * @param {zscl.v1.Cancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Cancel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Cancel through_sequence.
             * @member {number} through_sequence
             * @memberof zscl.v1.Cancel
             * @instance
             */
            Cancel.prototype.through_sequence = 0;

            /**
             * Cancel abandon.
             * @member {boolean} abandon
             * @memberof zscl.v1.Cancel
             * @instance
             */
            Cancel.prototype.abandon = false;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link zscl.v1.Cancel.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Cancel
             * @static
             * @param {zscl.v1.Cancel.$Properties} message Cancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Cancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.through_sequence != null && $Object.hasOwnProperty.call(message, "through_sequence") && message.through_sequence !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.through_sequence);
                if (message.abandon != null && $Object.hasOwnProperty.call(message, "abandon") && message.abandon !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.abandon);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Cancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Cancel & zscl.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Cancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Cancel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.through_sequence = value;
                            else
                                delete message.through_sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.abandon = value;
                            else
                                delete message.abandon;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Cancel message.
             * @function verify
             * @memberof zscl.v1.Cancel
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Cancel.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.through_sequence != null && $Object.hasOwnProperty.call(message, "through_sequence"))
                    if (!$util.isInteger(message.through_sequence))
                        return "through_sequence: integer expected";
                if (message.abandon != null && $Object.hasOwnProperty.call(message, "abandon"))
                    if (typeof message.abandon !== "boolean")
                        return "abandon: boolean expected";
                return null;
            };

            /**
             * Creates a Cancel message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Cancel
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Cancel} Cancel
             */
            Cancel.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Cancel)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Cancel: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Cancel();
                if (object.through_sequence != null)
                    if ($Number(object.through_sequence) !== 0)
                        message.through_sequence = object.through_sequence >>> 0;
                if (object.abandon != null)
                    if (object.abandon)
                        message.abandon = $Boolean(object.abandon);
                return message;
            };

            /**
             * Creates a plain object from a Cancel message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Cancel
             * @static
             * @param {zscl.v1.Cancel} message Cancel
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Cancel.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.through_sequence = 0;
                    object.abandon = false;
                }
                if (message.through_sequence != null && $Object.hasOwnProperty.call(message, "through_sequence"))
                    object.through_sequence = message.through_sequence;
                if (message.abandon != null && $Object.hasOwnProperty.call(message, "abandon"))
                    object.abandon = message.abandon;
                return object;
            };

            /**
             * Converts this Cancel to JSON.
             * @function toJSON
             * @memberof zscl.v1.Cancel
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Cancel.prototype.toJSON = function() {
                return Cancel.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Cancel;
        })();

        v1.Shutdown = (function() {

            /**
             * Properties of a Shutdown.
             * @typedef {Object} zscl.v1.Shutdown.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Shutdown.
             * @memberof zscl.v1
             * @interface IShutdown
             * @augments zscl.v1.Shutdown.$Properties
             * @deprecated Use zscl.v1.Shutdown.$Properties instead.
             */

            /**
             * Shape of a Shutdown.
             * @typedef {zscl.v1.Shutdown.$Properties} zscl.v1.Shutdown.$Shape
             */

            /**
             * Constructs a new Shutdown.
             * @memberof zscl.v1
             * @classdesc Represents a Shutdown.
             * @constructor
             * @param {zscl.v1.Shutdown.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Shutdown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Shutdown message. Does not implicitly {@link zscl.v1.Shutdown.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Shutdown
             * @static
             * @param {zscl.v1.Shutdown.$Properties} message Shutdown message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Shutdown.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Shutdown message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Shutdown
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Shutdown & zscl.v1.Shutdown.$Shape} Shutdown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Shutdown.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Shutdown();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Shutdown message.
             * @function verify
             * @memberof zscl.v1.Shutdown
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Shutdown.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            /**
             * Creates a Shutdown message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Shutdown
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Shutdown} Shutdown
             */
            Shutdown.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Shutdown)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Shutdown: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.zscl.v1.Shutdown();
            };

            /**
             * Creates a plain object from a Shutdown message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Shutdown
             * @static
             * @param {zscl.v1.Shutdown} message Shutdown
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Shutdown.toObject = function () {
                return {};
            };

            /**
             * Converts this Shutdown to JSON.
             * @function toJSON
             * @memberof zscl.v1.Shutdown
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Shutdown.prototype.toJSON = function() {
                return Shutdown.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Shutdown;
        })();

        v1.ControlUp = (function() {

            /**
             * Properties of a ControlUp.
             * @typedef {Object} zscl.v1.ControlUp.$Properties
             * @property {number|null} [epoch] ControlUp epoch
             * @property {number|null} [sequence] ControlUp sequence
             * @property {zscl.v1.Hello.$Properties|null} [hello] ControlUp hello
             * @property {zscl.v1.Heartbeat.$Properties|null} [heartbeat] ControlUp heartbeat
             * @property {zscl.v1.Goodbye.$Properties|null} [goodbye] ControlUp goodbye
             * @property {zscl.v1.Knock.$Properties|null} [knock] ControlUp knock
             * @property {"hello"|"heartbeat"|"goodbye"|"knock"} [body] ControlUp body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ControlUp.
             * @memberof zscl.v1
             * @interface IControlUp
             * @augments zscl.v1.ControlUp.$Properties
             * @deprecated Use zscl.v1.ControlUp.$Properties instead.
             */

            /**
             * Narrowed shape of a ControlUp.
             * @typedef {{
             *   epoch?: number|null;
             *   sequence?: number|null;
             *   hello?: zscl.v1.Hello.$Shape|null;
             *   heartbeat?: zscl.v1.Heartbeat.$Shape|null;
             *   goodbye?: zscl.v1.Goodbye.$Shape|null;
             *   knock?: zscl.v1.Knock.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; hello?: null; heartbeat?: null; goodbye?: null; knock?: null }|{ body?: "hello"; hello: zscl.v1.Hello.$Shape; heartbeat?: null; goodbye?: null; knock?: null }|{ body?: "heartbeat"; hello?: null; heartbeat: zscl.v1.Heartbeat.$Shape; goodbye?: null; knock?: null }|{ body?: "goodbye"; hello?: null; heartbeat?: null; goodbye: zscl.v1.Goodbye.$Shape; knock?: null }|{ body?: "knock"; hello?: null; heartbeat?: null; goodbye?: null; knock: zscl.v1.Knock.$Shape })
             * )} zscl.v1.ControlUp.$Shape
             */

            /**
             * Constructs a new ControlUp.
             * @memberof zscl.v1
             * @classdesc Represents a ControlUp.
             * @constructor
             * @param {zscl.v1.ControlUp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ControlUp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ControlUp epoch.
             * @member {number} epoch
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            ControlUp.prototype.epoch = 0;

            /**
             * ControlUp sequence.
             * @member {number} sequence
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            ControlUp.prototype.sequence = 0;

            /**
             * ControlUp hello.
             * @member {zscl.v1.Hello.$Properties|null|undefined} hello
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            ControlUp.prototype.hello = null;

            /**
             * ControlUp heartbeat.
             * @member {zscl.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            ControlUp.prototype.heartbeat = null;

            /**
             * ControlUp goodbye.
             * @member {zscl.v1.Goodbye.$Properties|null|undefined} goodbye
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            ControlUp.prototype.goodbye = null;

            /**
             * ControlUp knock.
             * @member {zscl.v1.Knock.$Properties|null|undefined} knock
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            ControlUp.prototype.knock = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ControlUp body.
             * @member {"hello"|"heartbeat"|"goodbye"|"knock"|undefined} body
             * @memberof zscl.v1.ControlUp
             * @instance
             */
            $Object.defineProperty(ControlUp.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "heartbeat", "goodbye", "knock"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ControlUp message. Does not implicitly {@link zscl.v1.ControlUp.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.ControlUp
             * @static
             * @param {zscl.v1.ControlUp.$Properties} message ControlUp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ControlUp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sequence);
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.zscl.v1.Hello.encode(message.hello, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.zscl.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.goodbye != null && $Object.hasOwnProperty.call(message, "goodbye"))
                    $root.zscl.v1.Goodbye.encode(message.goodbye, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.knock != null && $Object.hasOwnProperty.call(message, "knock"))
                    $root.zscl.v1.Knock.encode(message.knock, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ControlUp message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.ControlUp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.ControlUp & zscl.v1.ControlUp.$Shape} ControlUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ControlUp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.ControlUp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.zscl.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.zscl.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.goodbye = $root.zscl.v1.Goodbye.decode(reader, reader.size(), $undefined, _depth + 1, message.goodbye);
                            message.body = "goodbye";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.knock = $root.zscl.v1.Knock.decode(reader, reader.size(), $undefined, _depth + 1, message.knock);
                            message.body = "knock";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ControlUp message.
             * @function verify
             * @memberof zscl.v1.ControlUp
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ControlUp.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch))
                        return "epoch: integer expected";
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    if (!$util.isInteger(message.sequence))
                        return "sequence: integer expected";
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello")) {
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Hello.verify(message.hello, _depth + 1);
                        if (error)
                            return "hello." + error;
                    }
                }
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Heartbeat.verify(message.heartbeat, _depth + 1);
                        if (error)
                            return "heartbeat." + error;
                    }
                }
                if (message.goodbye != null && $Object.hasOwnProperty.call(message, "goodbye")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Goodbye.verify(message.goodbye, _depth + 1);
                        if (error)
                            return "goodbye." + error;
                    }
                }
                if (message.knock != null && $Object.hasOwnProperty.call(message, "knock")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.zscl.v1.Knock.verify(message.knock, _depth + 1);
                        if (error)
                            return "knock." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a ControlUp message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.ControlUp
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.ControlUp} ControlUp
             */
            ControlUp.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.ControlUp)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.ControlUp: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.ControlUp();
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                if (object.sequence != null)
                    if ($Number(object.sequence) !== 0)
                        message.sequence = object.sequence >>> 0;
                if (object.hello != null) {
                    if (!$util.isObject(object.hello))
                        throw $TypeError(".zscl.v1.ControlUp.hello: object expected");
                    message.hello = $root.zscl.v1.Hello.fromObject(object.hello, _depth + 1);
                }
                if (object.heartbeat != null) {
                    if (!$util.isObject(object.heartbeat))
                        throw $TypeError(".zscl.v1.ControlUp.heartbeat: object expected");
                    message.heartbeat = $root.zscl.v1.Heartbeat.fromObject(object.heartbeat, _depth + 1);
                }
                if (object.goodbye != null) {
                    if (!$util.isObject(object.goodbye))
                        throw $TypeError(".zscl.v1.ControlUp.goodbye: object expected");
                    message.goodbye = $root.zscl.v1.Goodbye.fromObject(object.goodbye, _depth + 1);
                }
                if (object.knock != null) {
                    if (!$util.isObject(object.knock))
                        throw $TypeError(".zscl.v1.ControlUp.knock: object expected");
                    message.knock = $root.zscl.v1.Knock.fromObject(object.knock, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a ControlUp message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.ControlUp
             * @static
             * @param {zscl.v1.ControlUp} message ControlUp
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ControlUp.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.epoch = 0;
                    object.sequence = 0;
                }
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    object.sequence = message.sequence;
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello")) {
                    object.hello = $root.zscl.v1.Hello.toObject(message.hello, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "hello";
                }
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat")) {
                    object.heartbeat = $root.zscl.v1.Heartbeat.toObject(message.heartbeat, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "heartbeat";
                }
                if (message.goodbye != null && $Object.hasOwnProperty.call(message, "goodbye")) {
                    object.goodbye = $root.zscl.v1.Goodbye.toObject(message.goodbye, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "goodbye";
                }
                if (message.knock != null && $Object.hasOwnProperty.call(message, "knock")) {
                    object.knock = $root.zscl.v1.Knock.toObject(message.knock, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "knock";
                }
                return object;
            };

            /**
             * Converts this ControlUp to JSON.
             * @function toJSON
             * @memberof zscl.v1.ControlUp
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ControlUp.prototype.toJSON = function() {
                return ControlUp.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ControlUp;
        })();

        v1.Knock = (function() {

            /**
             * Properties of a Knock.
             * @typedef {Object} zscl.v1.Knock.$Properties
             * @property {Uint8Array|null} [nonce] Knock nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Knock.
             * @memberof zscl.v1
             * @interface IKnock
             * @augments zscl.v1.Knock.$Properties
             * @deprecated Use zscl.v1.Knock.$Properties instead.
             */

            /**
             * Shape of a Knock.
             * @typedef {zscl.v1.Knock.$Properties} zscl.v1.Knock.$Shape
             */

            /**
             * Constructs a new Knock.
             * @memberof zscl.v1
             * @classdesc Represents a Knock.
             * @constructor
             * @param {zscl.v1.Knock.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Knock = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Knock nonce.
             * @member {Uint8Array} nonce
             * @memberof zscl.v1.Knock
             * @instance
             */
            Knock.prototype.nonce = $util.newBuffer([]);

            /**
             * Encodes the specified Knock message. Does not implicitly {@link zscl.v1.Knock.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Knock
             * @static
             * @param {zscl.v1.Knock.$Properties} message Knock message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Knock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Knock message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Knock
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Knock & zscl.v1.Knock.$Shape} Knock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Knock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Knock();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Knock message.
             * @function verify
             * @memberof zscl.v1.Knock
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Knock.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    if (!(message.nonce && typeof message.nonce.length === "number" || $util.isString(message.nonce)))
                        return "nonce: buffer expected";
                return null;
            };

            /**
             * Creates a Knock message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Knock
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Knock} Knock
             */
            Knock.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Knock)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Knock: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Knock();
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                return message;
            };

            /**
             * Creates a plain object from a Knock message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Knock
             * @static
             * @param {zscl.v1.Knock} message Knock
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Knock.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                return object;
            };

            /**
             * Converts this Knock to JSON.
             * @function toJSON
             * @memberof zscl.v1.Knock
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Knock.prototype.toJSON = function() {
                return Knock.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Knock;
        })();

        v1.Proof = (function() {

            /**
             * Properties of a Proof.
             * @typedef {Object} zscl.v1.Proof.$Properties
             * @property {Uint8Array|null} [proof] Proof proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Proof.
             * @memberof zscl.v1
             * @interface IProof
             * @augments zscl.v1.Proof.$Properties
             * @deprecated Use zscl.v1.Proof.$Properties instead.
             */

            /**
             * Shape of a Proof.
             * @typedef {zscl.v1.Proof.$Properties} zscl.v1.Proof.$Shape
             */

            /**
             * Constructs a new Proof.
             * @memberof zscl.v1
             * @classdesc Represents a Proof.
             * @constructor
             * @param {zscl.v1.Proof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Proof = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Proof proof.
             * @member {Uint8Array} proof
             * @memberof zscl.v1.Proof
             * @instance
             */
            Proof.prototype.proof = $util.newBuffer([]);

            /**
             * Encodes the specified Proof message. Does not implicitly {@link zscl.v1.Proof.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Proof
             * @static
             * @param {zscl.v1.Proof.$Properties} message Proof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Proof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Proof message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Proof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Proof & zscl.v1.Proof.$Shape} Proof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Proof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Proof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Proof message.
             * @function verify
             * @memberof zscl.v1.Proof
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Proof.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    if (!(message.proof && typeof message.proof.length === "number" || $util.isString(message.proof)))
                        return "proof: buffer expected";
                return null;
            };

            /**
             * Creates a Proof message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Proof
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Proof} Proof
             */
            Proof.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Proof)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Proof: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Proof();
                if (object.proof != null)
                    if (object.proof.length)
                        if (typeof object.proof === "string")
                            $util.base64.decode(object.proof, message.proof = $util.newBuffer($util.base64.length(object.proof)), 0);
                        else if (object.proof.length >= 0)
                            message.proof = object.proof;
                return message;
            };

            /**
             * Creates a plain object from a Proof message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Proof
             * @static
             * @param {zscl.v1.Proof} message Proof
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Proof.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.proof = "";
                    else {
                        object.proof = [];
                        if (options.bytes !== $Array)
                            object.proof = $util.newBuffer(object.proof);
                    }
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = options.bytes === $String ? $util.base64.encode(message.proof, 0, message.proof.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.proof) : message.proof;
                return object;
            };

            /**
             * Converts this Proof to JSON.
             * @function toJSON
             * @memberof zscl.v1.Proof
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Proof.prototype.toJSON = function() {
                return Proof.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Proof;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} zscl.v1.Hello.$Properties
             * @property {Uint8Array|null} [proof] Hello proof
             * @property {string|null} [schema_hash] Hello schema_hash
             * @property {number|null} [pid] Hello pid
             * @property {string|null} [python_version] Hello python_version
             * @property {string|null} [torch_version] Hello torch_version
             * @property {string|null} [open_clip_version] Hello open_clip_version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof zscl.v1
             * @interface IHello
             * @augments zscl.v1.Hello.$Properties
             * @deprecated Use zscl.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {zscl.v1.Hello.$Properties} zscl.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof zscl.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {zscl.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello proof.
             * @member {Uint8Array} proof
             * @memberof zscl.v1.Hello
             * @instance
             */
            Hello.prototype.proof = $util.newBuffer([]);

            /**
             * Hello schema_hash.
             * @member {string} schema_hash
             * @memberof zscl.v1.Hello
             * @instance
             */
            Hello.prototype.schema_hash = "";

            /**
             * Hello pid.
             * @member {number} pid
             * @memberof zscl.v1.Hello
             * @instance
             */
            Hello.prototype.pid = 0;

            /**
             * Hello python_version.
             * @member {string} python_version
             * @memberof zscl.v1.Hello
             * @instance
             */
            Hello.prototype.python_version = "";

            /**
             * Hello torch_version.
             * @member {string} torch_version
             * @memberof zscl.v1.Hello
             * @instance
             */
            Hello.prototype.torch_version = "";

            /**
             * Hello open_clip_version.
             * @member {string} open_clip_version
             * @memberof zscl.v1.Hello
             * @instance
             */
            Hello.prototype.open_clip_version = "";

            /**
             * Encodes the specified Hello message. Does not implicitly {@link zscl.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Hello
             * @static
             * @param {zscl.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.schema_hash != null && $Object.hasOwnProperty.call(message, "schema_hash") && message.schema_hash !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.schema_hash);
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.pid);
                if (message.python_version != null && $Object.hasOwnProperty.call(message, "python_version") && message.python_version !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.python_version);
                if (message.torch_version != null && $Object.hasOwnProperty.call(message, "torch_version") && message.torch_version !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.torch_version);
                if (message.open_clip_version != null && $Object.hasOwnProperty.call(message, "open_clip_version") && message.open_clip_version !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.open_clip_version);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Hello & zscl.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.schema_hash = value;
                            else
                                delete message.schema_hash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pid = value;
                            else
                                delete message.pid;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.python_version = value;
                            else
                                delete message.python_version;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.torch_version = value;
                            else
                                delete message.torch_version;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.open_clip_version = value;
                            else
                                delete message.open_clip_version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Hello message.
             * @function verify
             * @memberof zscl.v1.Hello
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Hello.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    if (!(message.proof && typeof message.proof.length === "number" || $util.isString(message.proof)))
                        return "proof: buffer expected";
                if (message.schema_hash != null && $Object.hasOwnProperty.call(message, "schema_hash"))
                    if (!$util.isString(message.schema_hash))
                        return "schema_hash: string expected";
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    if (!$util.isInteger(message.pid))
                        return "pid: integer expected";
                if (message.python_version != null && $Object.hasOwnProperty.call(message, "python_version"))
                    if (!$util.isString(message.python_version))
                        return "python_version: string expected";
                if (message.torch_version != null && $Object.hasOwnProperty.call(message, "torch_version"))
                    if (!$util.isString(message.torch_version))
                        return "torch_version: string expected";
                if (message.open_clip_version != null && $Object.hasOwnProperty.call(message, "open_clip_version"))
                    if (!$util.isString(message.open_clip_version))
                        return "open_clip_version: string expected";
                return null;
            };

            /**
             * Creates a Hello message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Hello
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Hello} Hello
             */
            Hello.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Hello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Hello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Hello();
                if (object.proof != null)
                    if (object.proof.length)
                        if (typeof object.proof === "string")
                            $util.base64.decode(object.proof, message.proof = $util.newBuffer($util.base64.length(object.proof)), 0);
                        else if (object.proof.length >= 0)
                            message.proof = object.proof;
                if (object.schema_hash != null)
                    if (typeof object.schema_hash !== "string" || object.schema_hash.length)
                        message.schema_hash = $String(object.schema_hash);
                if (object.pid != null)
                    if ($Number(object.pid) !== 0)
                        message.pid = object.pid >>> 0;
                if (object.python_version != null)
                    if (typeof object.python_version !== "string" || object.python_version.length)
                        message.python_version = $String(object.python_version);
                if (object.torch_version != null)
                    if (typeof object.torch_version !== "string" || object.torch_version.length)
                        message.torch_version = $String(object.torch_version);
                if (object.open_clip_version != null)
                    if (typeof object.open_clip_version !== "string" || object.open_clip_version.length)
                        message.open_clip_version = $String(object.open_clip_version);
                return message;
            };

            /**
             * Creates a plain object from a Hello message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Hello
             * @static
             * @param {zscl.v1.Hello} message Hello
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Hello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.schema_hash = "";
                    object.pid = 0;
                    object.python_version = "";
                    object.torch_version = "";
                    object.open_clip_version = "";
                    if (options.bytes === $String)
                        object.proof = "";
                    else {
                        object.proof = [];
                        if (options.bytes !== $Array)
                            object.proof = $util.newBuffer(object.proof);
                    }
                }
                if (message.schema_hash != null && $Object.hasOwnProperty.call(message, "schema_hash"))
                    object.schema_hash = message.schema_hash;
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    object.pid = message.pid;
                if (message.python_version != null && $Object.hasOwnProperty.call(message, "python_version"))
                    object.python_version = message.python_version;
                if (message.torch_version != null && $Object.hasOwnProperty.call(message, "torch_version"))
                    object.torch_version = message.torch_version;
                if (message.open_clip_version != null && $Object.hasOwnProperty.call(message, "open_clip_version"))
                    object.open_clip_version = message.open_clip_version;
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = options.bytes === $String ? $util.base64.encode(message.proof, 0, message.proof.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.proof) : message.proof;
                return object;
            };

            /**
             * Converts this Hello to JSON.
             * @function toJSON
             * @memberof zscl.v1.Hello
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Hello.prototype.toJSON = function() {
                return Hello.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Hello;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} zscl.v1.Heartbeat.$Properties
             * @property {zscl.v1.Section|null} [section] Heartbeat section
             * @property {number|null} [command_sequence] Heartbeat command_sequence
             * @property {number|null} [done] Heartbeat done
             * @property {number|null} [total] Heartbeat total
             * @property {number|null} [memory_mib] Heartbeat memory_mib
             * @property {number|null} [device_memory_mib] Heartbeat device_memory_mib
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof zscl.v1
             * @interface IHeartbeat
             * @augments zscl.v1.Heartbeat.$Properties
             * @deprecated Use zscl.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {zscl.v1.Heartbeat.$Properties} zscl.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof zscl.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {zscl.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Heartbeat section.
             * @member {zscl.v1.Section} section
             * @memberof zscl.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.section = 0;

            /**
             * Heartbeat command_sequence.
             * @member {number} command_sequence
             * @memberof zscl.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.command_sequence = 0;

            /**
             * Heartbeat done.
             * @member {number} done
             * @memberof zscl.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.done = 0;

            /**
             * Heartbeat total.
             * @member {number} total
             * @memberof zscl.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.total = 0;

            /**
             * Heartbeat memory_mib.
             * @member {number} memory_mib
             * @memberof zscl.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.memory_mib = 0;

            /**
             * Heartbeat device_memory_mib.
             * @member {number} device_memory_mib
             * @memberof zscl.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.device_memory_mib = 0;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link zscl.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Heartbeat
             * @static
             * @param {zscl.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.section);
                if (message.command_sequence != null && $Object.hasOwnProperty.call(message, "command_sequence") && message.command_sequence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.command_sequence);
                if (message.done != null && $Object.hasOwnProperty.call(message, "done") && message.done !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.done);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.total);
                if (message.memory_mib != null && $Object.hasOwnProperty.call(message, "memory_mib") && !$Object.is(message.memory_mib, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.memory_mib);
                if (message.device_memory_mib != null && $Object.hasOwnProperty.call(message, "device_memory_mib") && !$Object.is(message.device_memory_mib, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.device_memory_mib);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Heartbeat & zscl.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.section = value;
                            else
                                delete message.section;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.command_sequence = value;
                            else
                                delete message.command_sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.done = value;
                            else
                                delete message.done;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.memory_mib = value;
                            else
                                delete message.memory_mib;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.device_memory_mib = value;
                            else
                                delete message.device_memory_mib;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Heartbeat message.
             * @function verify
             * @memberof zscl.v1.Heartbeat
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Heartbeat.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                    if (typeof message.section !== "number" || (message.section | 0) !== message.section)
                        return "section: enum value expected";
                if (message.command_sequence != null && $Object.hasOwnProperty.call(message, "command_sequence"))
                    if (!$util.isInteger(message.command_sequence))
                        return "command_sequence: integer expected";
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    if (!$util.isInteger(message.done))
                        return "done: integer expected";
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (!$util.isInteger(message.total))
                        return "total: integer expected";
                if (message.memory_mib != null && $Object.hasOwnProperty.call(message, "memory_mib"))
                    if (typeof message.memory_mib !== "number")
                        return "memory_mib: number expected";
                if (message.device_memory_mib != null && $Object.hasOwnProperty.call(message, "device_memory_mib"))
                    if (typeof message.device_memory_mib !== "number")
                        return "device_memory_mib: number expected";
                return null;
            };

            /**
             * Creates a Heartbeat message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Heartbeat
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Heartbeat} Heartbeat
             */
            Heartbeat.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Heartbeat)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Heartbeat: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Heartbeat();
                if (object.section !== 0 && (typeof object.section !== "string" || $root.zscl.v1.Section[object.section] !== 0))
                    switch (object.section) {
                    case "SECTION_UNSPECIFIED":
                    case 0:
                        message.section = 0;
                        break;
                    case "SECTION_IDLE":
                    case 1:
                        message.section = 1;
                        break;
                    case "SECTION_SET_UP":
                    case 2:
                        message.section = 2;
                        break;
                    case "SECTION_TRAIN":
                    case 3:
                        message.section = 3;
                        break;
                    case "SECTION_EVALUATE":
                    case 4:
                        message.section = 4;
                        break;
                    case "SECTION_SAVE":
                    case 5:
                        message.section = 5;
                        break;
                    default:
                        if (typeof object.section === "number" && (object.section | 0) === object.section)
                            message.section = object.section;
                    }
                if (object.command_sequence != null)
                    if ($Number(object.command_sequence) !== 0)
                        message.command_sequence = object.command_sequence >>> 0;
                if (object.done != null)
                    if ($Number(object.done) !== 0)
                        message.done = object.done >>> 0;
                if (object.total != null)
                    if ($Number(object.total) !== 0)
                        message.total = object.total >>> 0;
                if (object.memory_mib != null)
                    if (!$Object.is($Number(object.memory_mib), 0))
                        message.memory_mib = $Number(object.memory_mib);
                if (object.device_memory_mib != null)
                    if (!$Object.is($Number(object.device_memory_mib), 0))
                        message.device_memory_mib = $Number(object.device_memory_mib);
                return message;
            };

            /**
             * Creates a plain object from a Heartbeat message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Heartbeat
             * @static
             * @param {zscl.v1.Heartbeat} message Heartbeat
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Heartbeat.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.section = options.enums === $String ? "SECTION_UNSPECIFIED" : 0;
                    object.command_sequence = 0;
                    object.done = 0;
                    object.total = 0;
                    object.memory_mib = 0;
                    object.device_memory_mib = 0;
                }
                if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                    object.section = options.enums === $String ? $root.zscl.v1.Section[message.section] === $undefined ? message.section : $root.zscl.v1.Section[message.section] : message.section;
                if (message.command_sequence != null && $Object.hasOwnProperty.call(message, "command_sequence"))
                    object.command_sequence = message.command_sequence;
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    object.done = message.done;
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    object.total = message.total;
                if (message.memory_mib != null && $Object.hasOwnProperty.call(message, "memory_mib"))
                    object.memory_mib = options.json && !$isFinite(message.memory_mib) ? $String(message.memory_mib) : message.memory_mib;
                if (message.device_memory_mib != null && $Object.hasOwnProperty.call(message, "device_memory_mib"))
                    object.device_memory_mib = options.json && !$isFinite(message.device_memory_mib) ? $String(message.device_memory_mib) : message.device_memory_mib;
                return object;
            };

            /**
             * Converts this Heartbeat to JSON.
             * @function toJSON
             * @memberof zscl.v1.Heartbeat
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Heartbeat.prototype.toJSON = function() {
                return Heartbeat.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Heartbeat;
        })();

        v1.Goodbye = (function() {

            /**
             * Properties of a Goodbye.
             * @typedef {Object} zscl.v1.Goodbye.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Goodbye.
             * @memberof zscl.v1
             * @interface IGoodbye
             * @augments zscl.v1.Goodbye.$Properties
             * @deprecated Use zscl.v1.Goodbye.$Properties instead.
             */

            /**
             * Shape of a Goodbye.
             * @typedef {zscl.v1.Goodbye.$Properties} zscl.v1.Goodbye.$Shape
             */

            /**
             * Constructs a new Goodbye.
             * @memberof zscl.v1
             * @classdesc Represents a Goodbye.
             * @constructor
             * @param {zscl.v1.Goodbye.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Goodbye = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Goodbye message. Does not implicitly {@link zscl.v1.Goodbye.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Goodbye
             * @static
             * @param {zscl.v1.Goodbye.$Properties} message Goodbye message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Goodbye.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Goodbye message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Goodbye
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Goodbye & zscl.v1.Goodbye.$Shape} Goodbye
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Goodbye.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Goodbye();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Goodbye message.
             * @function verify
             * @memberof zscl.v1.Goodbye
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Goodbye.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            /**
             * Creates a Goodbye message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Goodbye
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Goodbye} Goodbye
             */
            Goodbye.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Goodbye)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Goodbye: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.zscl.v1.Goodbye();
            };

            /**
             * Creates a plain object from a Goodbye message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Goodbye
             * @static
             * @param {zscl.v1.Goodbye} message Goodbye
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Goodbye.toObject = function () {
                return {};
            };

            /**
             * Converts this Goodbye to JSON.
             * @function toJSON
             * @memberof zscl.v1.Goodbye
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Goodbye.prototype.toJSON = function() {
                return Goodbye.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Goodbye;
        })();

        /**
         * Section enum.
         * @name zscl.v1.Section
         * @enum {number}
         * @property {number} SECTION_UNSPECIFIED=0 SECTION_UNSPECIFIED value
         * @property {number} SECTION_IDLE=1 SECTION_IDLE value
         * @property {number} SECTION_SET_UP=2 SECTION_SET_UP value
         * @property {number} SECTION_TRAIN=3 SECTION_TRAIN value
         * @property {number} SECTION_EVALUATE=4 SECTION_EVALUATE value
         * @property {number} SECTION_SAVE=5 SECTION_SAVE value
         */
        v1.Section = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SECTION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SECTION_IDLE"] = 1;
            values[valuesById[2] = "SECTION_SET_UP"] = 2;
            values[valuesById[3] = "SECTION_TRAIN"] = 3;
            values[valuesById[4] = "SECTION_EVALUATE"] = 4;
            values[valuesById[5] = "SECTION_SAVE"] = 5;
            return values;
        })();

        v1.Command = (function() {

            /**
             * Properties of a Command.
             * @typedef {Object} zscl.v1.Command.$Properties
             * @property {number|null} [epoch] Command epoch
             * @property {number|null} [sequence] Command sequence
             * @property {number|null} [known_failure] Command known_failure
             * @property {zscl.v1.SetUp.$Properties|null} [set_up] Command set_up
             * @property {zscl.v1.Restore.$Properties|null} [restore] Command restore
             * @property {zscl.v1.BeginTask.$Properties|null} [begin_task] Command begin_task
             * @property {zscl.v1.Train.$Properties|null} [train] Command train
             * @property {zscl.v1.Lerp.$Properties|null} [lerp] Command lerp
             * @property {zscl.v1.Combine.$Properties|null} [combine] Command combine
             * @property {zscl.v1.Drop.$Properties|null} [drop] Command drop
             * @property {zscl.v1.Evaluate.$Properties|null} [evaluate] Command evaluate
             * @property {zscl.v1.Remember.$Properties|null} [remember] Command remember
             * @property {zscl.v1.Save.$Properties|null} [save] Command save
             * @property {zscl.v1.Export.$Properties|null} ["export"] Command export
             * @property {zscl.v1.Load.$Properties|null} [load] Command load
             * @property {"set_up"|"restore"|"begin_task"|"train"|"lerp"|"combine"|"drop"|"evaluate"|"remember"|"save"|"export"|"load"} [step] Command step
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Command.
             * @memberof zscl.v1
             * @interface ICommand
             * @augments zscl.v1.Command.$Properties
             * @deprecated Use zscl.v1.Command.$Properties instead.
             */

            /**
             * Narrowed shape of a Command.
             * @typedef {{
             *   epoch?: number|null;
             *   sequence?: number|null;
             *   known_failure?: number|null;
             *   set_up?: zscl.v1.SetUp.$Shape|null;
             *   restore?: zscl.v1.Restore.$Shape|null;
             *   begin_task?: zscl.v1.BeginTask.$Shape|null;
             *   train?: zscl.v1.Train.$Shape|null;
             *   lerp?: zscl.v1.Lerp.$Shape|null;
             *   combine?: zscl.v1.Combine.$Shape|null;
             *   drop?: zscl.v1.Drop.$Shape|null;
             *   evaluate?: zscl.v1.Evaluate.$Shape|null;
             *   remember?: zscl.v1.Remember.$Shape|null;
             *   save?: zscl.v1.Save.$Shape|null;
             *   "export"?: zscl.v1.Export.$Shape|null;
             *   load?: zscl.v1.Load.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ step?: undefined; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "set_up"; set_up: zscl.v1.SetUp.$Shape; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "restore"; set_up?: null; restore: zscl.v1.Restore.$Shape; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "begin_task"; set_up?: null; restore?: null; begin_task: zscl.v1.BeginTask.$Shape; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "train"; set_up?: null; restore?: null; begin_task?: null; train: zscl.v1.Train.$Shape; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "lerp"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp: zscl.v1.Lerp.$Shape; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "combine"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine: zscl.v1.Combine.$Shape; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "drop"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop: zscl.v1.Drop.$Shape; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "evaluate"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate: zscl.v1.Evaluate.$Shape; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "remember"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember: zscl.v1.Remember.$Shape; save?: null; "export"?: null; load?: null }|{ step?: "save"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save: zscl.v1.Save.$Shape; "export"?: null; load?: null }|{ step?: "export"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export": zscl.v1.Export.$Shape; load?: null }|{ step?: "load"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load: zscl.v1.Load.$Shape })
             * )} zscl.v1.Command.$Shape
             */

            /**
             * Constructs a new Command.
             * @memberof zscl.v1
             * @classdesc Represents a Command.
             * @constructor
             * @param {zscl.v1.Command.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Command epoch.
             * @member {number} epoch
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.epoch = 0;

            /**
             * Command sequence.
             * @member {number} sequence
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.sequence = 0;

            /**
             * Command known_failure.
             * @member {number} known_failure
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.known_failure = 0;

            /**
             * Command set_up.
             * @member {zscl.v1.SetUp.$Properties|null|undefined} set_up
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.set_up = null;

            /**
             * Command restore.
             * @member {zscl.v1.Restore.$Properties|null|undefined} restore
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.restore = null;

            /**
             * Command begin_task.
             * @member {zscl.v1.BeginTask.$Properties|null|undefined} begin_task
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.begin_task = null;

            /**
             * Command train.
             * @member {zscl.v1.Train.$Properties|null|undefined} train
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.train = null;

            /**
             * Command lerp.
             * @member {zscl.v1.Lerp.$Properties|null|undefined} lerp
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.lerp = null;

            /**
             * Command combine.
             * @member {zscl.v1.Combine.$Properties|null|undefined} combine
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.combine = null;

            /**
             * Command drop.
             * @member {zscl.v1.Drop.$Properties|null|undefined} drop
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.drop = null;

            /**
             * Command evaluate.
             * @member {zscl.v1.Evaluate.$Properties|null|undefined} evaluate
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.evaluate = null;

            /**
             * Command remember.
             * @member {zscl.v1.Remember.$Properties|null|undefined} remember
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.remember = null;

            /**
             * Command save.
             * @member {zscl.v1.Save.$Properties|null|undefined} save
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.save = null;

            /**
             * Command export.
             * @member {zscl.v1.Export.$Properties|null|undefined} export
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype["export"] = null;

            /**
             * Command load.
             * @member {zscl.v1.Load.$Properties|null|undefined} load
             * @memberof zscl.v1.Command
             * @instance
             */
            Command.prototype.load = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Command step.
             * @member {"set_up"|"restore"|"begin_task"|"train"|"lerp"|"combine"|"drop"|"evaluate"|"remember"|"save"|"export"|"load"|undefined} step
             * @memberof zscl.v1.Command
             * @instance
             */
            $Object.defineProperty(Command.prototype, "step", {
                get: $util.oneOfGetter($oneOfFields = ["set_up", "restore", "begin_task", "train", "lerp", "combine", "drop", "evaluate", "remember", "save", "export", "load"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Command message. Does not implicitly {@link zscl.v1.Command.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Command
             * @static
             * @param {zscl.v1.Command.$Properties} message Command message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sequence);
                if (message.set_up != null && $Object.hasOwnProperty.call(message, "set_up"))
                    $root.zscl.v1.SetUp.encode(message.set_up, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.restore != null && $Object.hasOwnProperty.call(message, "restore"))
                    $root.zscl.v1.Restore.encode(message.restore, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.begin_task != null && $Object.hasOwnProperty.call(message, "begin_task"))
                    $root.zscl.v1.BeginTask.encode(message.begin_task, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.train != null && $Object.hasOwnProperty.call(message, "train"))
                    $root.zscl.v1.Train.encode(message.train, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.lerp != null && $Object.hasOwnProperty.call(message, "lerp"))
                    $root.zscl.v1.Lerp.encode(message.lerp, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.combine != null && $Object.hasOwnProperty.call(message, "combine"))
                    $root.zscl.v1.Combine.encode(message.combine, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.drop != null && $Object.hasOwnProperty.call(message, "drop"))
                    $root.zscl.v1.Drop.encode(message.drop, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.evaluate != null && $Object.hasOwnProperty.call(message, "evaluate"))
                    $root.zscl.v1.Evaluate.encode(message.evaluate, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.remember != null && $Object.hasOwnProperty.call(message, "remember"))
                    $root.zscl.v1.Remember.encode(message.remember, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.save != null && $Object.hasOwnProperty.call(message, "save"))
                    $root.zscl.v1.Save.encode(message.save, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message["export"] != null && $Object.hasOwnProperty.call(message, "export"))
                    $root.zscl.v1.Export.encode(message["export"], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.known_failure != null && $Object.hasOwnProperty.call(message, "known_failure") && message.known_failure !== 0)
                    writer.uint32(/* id 14, wireType 0 =*/112).uint32(message.known_failure);
                if (message.load != null && $Object.hasOwnProperty.call(message, "load"))
                    $root.zscl.v1.Load.encode(message.load, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Command
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Command & zscl.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.known_failure = value;
                            else
                                delete message.known_failure;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.set_up = $root.zscl.v1.SetUp.decode(reader, reader.size(), $undefined, _depth + 1, message.set_up);
                            message.step = "set_up";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.restore = $root.zscl.v1.Restore.decode(reader, reader.size(), $undefined, _depth + 1, message.restore);
                            message.step = "restore";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.begin_task = $root.zscl.v1.BeginTask.decode(reader, reader.size(), $undefined, _depth + 1, message.begin_task);
                            message.step = "begin_task";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.train = $root.zscl.v1.Train.decode(reader, reader.size(), $undefined, _depth + 1, message.train);
                            message.step = "train";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.lerp = $root.zscl.v1.Lerp.decode(reader, reader.size(), $undefined, _depth + 1, message.lerp);
                            message.step = "lerp";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.combine = $root.zscl.v1.Combine.decode(reader, reader.size(), $undefined, _depth + 1, message.combine);
                            message.step = "combine";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.drop = $root.zscl.v1.Drop.decode(reader, reader.size(), $undefined, _depth + 1, message.drop);
                            message.step = "drop";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.evaluate = $root.zscl.v1.Evaluate.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluate);
                            message.step = "evaluate";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.remember = $root.zscl.v1.Remember.decode(reader, reader.size(), $undefined, _depth + 1, message.remember);
                            message.step = "remember";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.save = $root.zscl.v1.Save.decode(reader, reader.size(), $undefined, _depth + 1, message.save);
                            message.step = "save";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message["export"] = $root.zscl.v1.Export.decode(reader, reader.size(), $undefined, _depth + 1, message["export"]);
                            message.step = "export";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.load = $root.zscl.v1.Load.decode(reader, reader.size(), $undefined, _depth + 1, message.load);
                            message.step = "load";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Command message.
             * @function verify
             * @memberof zscl.v1.Command
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Command.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch))
                        return "epoch: integer expected";
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    if (!$util.isInteger(message.sequence))
                        return "sequence: integer expected";
                if (message.known_failure != null && $Object.hasOwnProperty.call(message, "known_failure"))
                    if (!$util.isInteger(message.known_failure))
                        return "known_failure: integer expected";
                if (message.set_up != null && $Object.hasOwnProperty.call(message, "set_up")) {
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.SetUp.verify(message.set_up, _depth + 1);
                        if (error)
                            return "set_up." + error;
                    }
                }
                if (message.restore != null && $Object.hasOwnProperty.call(message, "restore")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Restore.verify(message.restore, _depth + 1);
                        if (error)
                            return "restore." + error;
                    }
                }
                if (message.begin_task != null && $Object.hasOwnProperty.call(message, "begin_task")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.BeginTask.verify(message.begin_task, _depth + 1);
                        if (error)
                            return "begin_task." + error;
                    }
                }
                if (message.train != null && $Object.hasOwnProperty.call(message, "train")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Train.verify(message.train, _depth + 1);
                        if (error)
                            return "train." + error;
                    }
                }
                if (message.lerp != null && $Object.hasOwnProperty.call(message, "lerp")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Lerp.verify(message.lerp, _depth + 1);
                        if (error)
                            return "lerp." + error;
                    }
                }
                if (message.combine != null && $Object.hasOwnProperty.call(message, "combine")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Combine.verify(message.combine, _depth + 1);
                        if (error)
                            return "combine." + error;
                    }
                }
                if (message.drop != null && $Object.hasOwnProperty.call(message, "drop")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Drop.verify(message.drop, _depth + 1);
                        if (error)
                            return "drop." + error;
                    }
                }
                if (message.evaluate != null && $Object.hasOwnProperty.call(message, "evaluate")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Evaluate.verify(message.evaluate, _depth + 1);
                        if (error)
                            return "evaluate." + error;
                    }
                }
                if (message.remember != null && $Object.hasOwnProperty.call(message, "remember")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Remember.verify(message.remember, _depth + 1);
                        if (error)
                            return "remember." + error;
                    }
                }
                if (message.save != null && $Object.hasOwnProperty.call(message, "save")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Save.verify(message.save, _depth + 1);
                        if (error)
                            return "save." + error;
                    }
                }
                if (message["export"] != null && $Object.hasOwnProperty.call(message, "export")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Export.verify(message["export"], _depth + 1);
                        if (error)
                            return "export." + error;
                    }
                }
                if (message.load != null && $Object.hasOwnProperty.call(message, "load")) {
                    if (properties.step === 1)
                        return "step: multiple values";
                    properties.step = 1;
                    {
                        let error = $root.zscl.v1.Load.verify(message.load, _depth + 1);
                        if (error)
                            return "load." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a Command message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Command
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Command} Command
             */
            Command.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Command)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Command: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Command();
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                if (object.sequence != null)
                    if ($Number(object.sequence) !== 0)
                        message.sequence = object.sequence >>> 0;
                if (object.known_failure != null)
                    if ($Number(object.known_failure) !== 0)
                        message.known_failure = object.known_failure >>> 0;
                if (object.set_up != null) {
                    if (!$util.isObject(object.set_up))
                        throw $TypeError(".zscl.v1.Command.set_up: object expected");
                    message.set_up = $root.zscl.v1.SetUp.fromObject(object.set_up, _depth + 1);
                }
                if (object.restore != null) {
                    if (!$util.isObject(object.restore))
                        throw $TypeError(".zscl.v1.Command.restore: object expected");
                    message.restore = $root.zscl.v1.Restore.fromObject(object.restore, _depth + 1);
                }
                if (object.begin_task != null) {
                    if (!$util.isObject(object.begin_task))
                        throw $TypeError(".zscl.v1.Command.begin_task: object expected");
                    message.begin_task = $root.zscl.v1.BeginTask.fromObject(object.begin_task, _depth + 1);
                }
                if (object.train != null) {
                    if (!$util.isObject(object.train))
                        throw $TypeError(".zscl.v1.Command.train: object expected");
                    message.train = $root.zscl.v1.Train.fromObject(object.train, _depth + 1);
                }
                if (object.lerp != null) {
                    if (!$util.isObject(object.lerp))
                        throw $TypeError(".zscl.v1.Command.lerp: object expected");
                    message.lerp = $root.zscl.v1.Lerp.fromObject(object.lerp, _depth + 1);
                }
                if (object.combine != null) {
                    if (!$util.isObject(object.combine))
                        throw $TypeError(".zscl.v1.Command.combine: object expected");
                    message.combine = $root.zscl.v1.Combine.fromObject(object.combine, _depth + 1);
                }
                if (object.drop != null) {
                    if (!$util.isObject(object.drop))
                        throw $TypeError(".zscl.v1.Command.drop: object expected");
                    message.drop = $root.zscl.v1.Drop.fromObject(object.drop, _depth + 1);
                }
                if (object.evaluate != null) {
                    if (!$util.isObject(object.evaluate))
                        throw $TypeError(".zscl.v1.Command.evaluate: object expected");
                    message.evaluate = $root.zscl.v1.Evaluate.fromObject(object.evaluate, _depth + 1);
                }
                if (object.remember != null) {
                    if (!$util.isObject(object.remember))
                        throw $TypeError(".zscl.v1.Command.remember: object expected");
                    message.remember = $root.zscl.v1.Remember.fromObject(object.remember, _depth + 1);
                }
                if (object.save != null) {
                    if (!$util.isObject(object.save))
                        throw $TypeError(".zscl.v1.Command.save: object expected");
                    message.save = $root.zscl.v1.Save.fromObject(object.save, _depth + 1);
                }
                if (object["export"] != null) {
                    if (!$util.isObject(object["export"]))
                        throw $TypeError(".zscl.v1.Command.export: object expected");
                    message["export"] = $root.zscl.v1.Export.fromObject(object["export"], _depth + 1);
                }
                if (object.load != null) {
                    if (!$util.isObject(object.load))
                        throw $TypeError(".zscl.v1.Command.load: object expected");
                    message.load = $root.zscl.v1.Load.fromObject(object.load, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Command message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Command
             * @static
             * @param {zscl.v1.Command} message Command
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Command.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.epoch = 0;
                    object.sequence = 0;
                    object.known_failure = 0;
                }
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    object.sequence = message.sequence;
                if (message.set_up != null && $Object.hasOwnProperty.call(message, "set_up")) {
                    object.set_up = $root.zscl.v1.SetUp.toObject(message.set_up, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "set_up";
                }
                if (message.restore != null && $Object.hasOwnProperty.call(message, "restore")) {
                    object.restore = $root.zscl.v1.Restore.toObject(message.restore, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "restore";
                }
                if (message.begin_task != null && $Object.hasOwnProperty.call(message, "begin_task")) {
                    object.begin_task = $root.zscl.v1.BeginTask.toObject(message.begin_task, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "begin_task";
                }
                if (message.train != null && $Object.hasOwnProperty.call(message, "train")) {
                    object.train = $root.zscl.v1.Train.toObject(message.train, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "train";
                }
                if (message.lerp != null && $Object.hasOwnProperty.call(message, "lerp")) {
                    object.lerp = $root.zscl.v1.Lerp.toObject(message.lerp, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "lerp";
                }
                if (message.combine != null && $Object.hasOwnProperty.call(message, "combine")) {
                    object.combine = $root.zscl.v1.Combine.toObject(message.combine, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "combine";
                }
                if (message.drop != null && $Object.hasOwnProperty.call(message, "drop")) {
                    object.drop = $root.zscl.v1.Drop.toObject(message.drop, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "drop";
                }
                if (message.evaluate != null && $Object.hasOwnProperty.call(message, "evaluate")) {
                    object.evaluate = $root.zscl.v1.Evaluate.toObject(message.evaluate, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "evaluate";
                }
                if (message.remember != null && $Object.hasOwnProperty.call(message, "remember")) {
                    object.remember = $root.zscl.v1.Remember.toObject(message.remember, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "remember";
                }
                if (message.save != null && $Object.hasOwnProperty.call(message, "save")) {
                    object.save = $root.zscl.v1.Save.toObject(message.save, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "save";
                }
                if (message["export"] != null && $Object.hasOwnProperty.call(message, "export")) {
                    object["export"] = $root.zscl.v1.Export.toObject(message["export"], options, _depth + 1);
                    if (options.oneofs)
                        object.step = "export";
                }
                if (message.known_failure != null && $Object.hasOwnProperty.call(message, "known_failure"))
                    object.known_failure = message.known_failure;
                if (message.load != null && $Object.hasOwnProperty.call(message, "load")) {
                    object.load = $root.zscl.v1.Load.toObject(message.load, options, _depth + 1);
                    if (options.oneofs)
                        object.step = "load";
                }
                return object;
            };

            /**
             * Converts this Command to JSON.
             * @function toJSON
             * @memberof zscl.v1.Command
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Command.prototype.toJSON = function() {
                return Command.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Command;
        })();

        v1.SetUp = (function() {

            /**
             * Properties of a SetUp.
             * @typedef {Object} zscl.v1.SetUp.$Properties
             * @property {zscl.v1.ModelSpec.$Properties|null} [model] SetUp model
             * @property {Array.<zscl.v1.DatasetSpec.$Properties>|null} [datasets] SetUp datasets
             * @property {number|null} [seed] SetUp seed
             * @property {string|null} [device] SetUp device
             * @property {number|null} [threads] SetUp threads
             * @property {string|null} [precision] SetUp precision
             * @property {string|null} [trains] SetUp trains
             * @property {string|null} [cache_folder] SetUp cache_folder
             * @property {boolean|null} [compile] SetUp compile
             * @property {string|null} [devices] SetUp devices
             * @property {Array.<zscl.v1.ReferenceSources.$Properties>|null} [references] SetUp references
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetUp.
             * @memberof zscl.v1
             * @interface ISetUp
             * @augments zscl.v1.SetUp.$Properties
             * @deprecated Use zscl.v1.SetUp.$Properties instead.
             */

            /**
             * Shape of a SetUp.
             * @typedef {zscl.v1.SetUp.$Properties} zscl.v1.SetUp.$Shape
             */

            /**
             * Constructs a new SetUp.
             * @memberof zscl.v1
             * @classdesc Represents a SetUp.
             * @constructor
             * @param {zscl.v1.SetUp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetUp = function (properties) {
                this.datasets = [];
                this.references = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetUp model.
             * @member {zscl.v1.ModelSpec.$Properties|null|undefined} model
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.model = null;

            /**
             * SetUp datasets.
             * @member {Array.<zscl.v1.DatasetSpec.$Properties>} datasets
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.datasets = $util.emptyArray;

            /**
             * SetUp seed.
             * @member {number} seed
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.seed = 0;

            /**
             * SetUp device.
             * @member {string} device
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.device = "";

            /**
             * SetUp threads.
             * @member {number} threads
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.threads = 0;

            /**
             * SetUp precision.
             * @member {string} precision
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.precision = "";

            /**
             * SetUp trains.
             * @member {string} trains
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.trains = "";

            /**
             * SetUp cache_folder.
             * @member {string} cache_folder
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.cache_folder = "";

            /**
             * SetUp compile.
             * @member {boolean} compile
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.compile = false;

            /**
             * SetUp devices.
             * @member {string} devices
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.devices = "";

            /**
             * SetUp references.
             * @member {Array.<zscl.v1.ReferenceSources.$Properties>} references
             * @memberof zscl.v1.SetUp
             * @instance
             */
            SetUp.prototype.references = $util.emptyArray;

            /**
             * Encodes the specified SetUp message. Does not implicitly {@link zscl.v1.SetUp.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.SetUp
             * @static
             * @param {zscl.v1.SetUp.$Properties} message SetUp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetUp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    $root.zscl.v1.ModelSpec.encode(message.model, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.datasets != null && message.datasets.length)
                    for (let i = 0; i < message.datasets.length; ++i)
                        $root.zscl.v1.DatasetSpec.encode(message.datasets[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.seed);
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.device);
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads") && message.threads !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.threads);
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision") && message.precision !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.precision);
                if (message.trains != null && $Object.hasOwnProperty.call(message, "trains") && message.trains !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.trains);
                if (message.cache_folder != null && $Object.hasOwnProperty.call(message, "cache_folder") && message.cache_folder !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.cache_folder);
                if (message.compile != null && $Object.hasOwnProperty.call(message, "compile") && message.compile !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.compile);
                if (message.devices != null && $Object.hasOwnProperty.call(message, "devices") && message.devices !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.devices);
                if (message.references != null && message.references.length)
                    for (let i = 0; i < message.references.length; ++i)
                        $root.zscl.v1.ReferenceSources.encode(message.references[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetUp message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.SetUp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.SetUp & zscl.v1.SetUp.$Shape} SetUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetUp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.SetUp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.model = $root.zscl.v1.ModelSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.model);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.datasets && message.datasets.length))
                                message.datasets = [];
                            message.datasets.push($root.zscl.v1.DatasetSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threads = value;
                            else
                                delete message.threads;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.precision = value;
                            else
                                delete message.precision;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.trains = value;
                            else
                                delete message.trains;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cache_folder = value;
                            else
                                delete message.cache_folder;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.compile = value;
                            else
                                delete message.compile;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.devices = value;
                            else
                                delete message.devices;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.references && message.references.length))
                                message.references = [];
                            message.references.push($root.zscl.v1.ReferenceSources.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SetUp message.
             * @function verify
             * @memberof zscl.v1.SetUp
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SetUp.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.model != null && $Object.hasOwnProperty.call(message, "model")) {
                    let error = $root.zscl.v1.ModelSpec.verify(message.model, _depth + 1);
                    if (error)
                        return "model." + error;
                }
                if (message.datasets != null && $Object.hasOwnProperty.call(message, "datasets")) {
                    if (!$Array.isArray(message.datasets))
                        return "datasets: array expected";
                    for (let i = 0; i < message.datasets.length; ++i) {
                        let error = $root.zscl.v1.DatasetSpec.verify(message.datasets[i], _depth + 1);
                        if (error)
                            return "datasets." + error;
                    }
                }
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    if (!$util.isInteger(message.seed))
                        return "seed: integer expected";
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    if (!$util.isString(message.device))
                        return "device: string expected";
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads"))
                    if (!$util.isInteger(message.threads))
                        return "threads: integer expected";
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision"))
                    if (!$util.isString(message.precision))
                        return "precision: string expected";
                if (message.trains != null && $Object.hasOwnProperty.call(message, "trains"))
                    if (!$util.isString(message.trains))
                        return "trains: string expected";
                if (message.cache_folder != null && $Object.hasOwnProperty.call(message, "cache_folder"))
                    if (!$util.isString(message.cache_folder))
                        return "cache_folder: string expected";
                if (message.compile != null && $Object.hasOwnProperty.call(message, "compile"))
                    if (typeof message.compile !== "boolean")
                        return "compile: boolean expected";
                if (message.devices != null && $Object.hasOwnProperty.call(message, "devices"))
                    if (!$util.isString(message.devices))
                        return "devices: string expected";
                if (message.references != null && $Object.hasOwnProperty.call(message, "references")) {
                    if (!$Array.isArray(message.references))
                        return "references: array expected";
                    for (let i = 0; i < message.references.length; ++i) {
                        let error = $root.zscl.v1.ReferenceSources.verify(message.references[i], _depth + 1);
                        if (error)
                            return "references." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a SetUp message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.SetUp
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.SetUp} SetUp
             */
            SetUp.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.SetUp)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.SetUp: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.SetUp();
                if (object.model != null) {
                    if (!$util.isObject(object.model))
                        throw $TypeError(".zscl.v1.SetUp.model: object expected");
                    message.model = $root.zscl.v1.ModelSpec.fromObject(object.model, _depth + 1);
                }
                if (object.datasets) {
                    if (!$Array.isArray(object.datasets))
                        throw $TypeError(".zscl.v1.SetUp.datasets: array expected");
                    message.datasets = $Array(object.datasets.length);
                    for (let i = 0; i < object.datasets.length; ++i) {
                        if (!$util.isObject(object.datasets[i]))
                            throw $TypeError(".zscl.v1.SetUp.datasets: object expected");
                        message.datasets[i] = $root.zscl.v1.DatasetSpec.fromObject(object.datasets[i], _depth + 1);
                    }
                }
                if (object.seed != null)
                    if ($Number(object.seed) !== 0)
                        message.seed = object.seed >>> 0;
                if (object.device != null)
                    if (typeof object.device !== "string" || object.device.length)
                        message.device = $String(object.device);
                if (object.threads != null)
                    if ($Number(object.threads) !== 0)
                        message.threads = object.threads >>> 0;
                if (object.precision != null)
                    if (typeof object.precision !== "string" || object.precision.length)
                        message.precision = $String(object.precision);
                if (object.trains != null)
                    if (typeof object.trains !== "string" || object.trains.length)
                        message.trains = $String(object.trains);
                if (object.cache_folder != null)
                    if (typeof object.cache_folder !== "string" || object.cache_folder.length)
                        message.cache_folder = $String(object.cache_folder);
                if (object.compile != null)
                    if (object.compile)
                        message.compile = $Boolean(object.compile);
                if (object.devices != null)
                    if (typeof object.devices !== "string" || object.devices.length)
                        message.devices = $String(object.devices);
                if (object.references) {
                    if (!$Array.isArray(object.references))
                        throw $TypeError(".zscl.v1.SetUp.references: array expected");
                    message.references = $Array(object.references.length);
                    for (let i = 0; i < object.references.length; ++i) {
                        if (!$util.isObject(object.references[i]))
                            throw $TypeError(".zscl.v1.SetUp.references: object expected");
                        message.references[i] = $root.zscl.v1.ReferenceSources.fromObject(object.references[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a SetUp message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.SetUp
             * @static
             * @param {zscl.v1.SetUp} message SetUp
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SetUp.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.datasets = [];
                    object.references = [];
                }
                if (options.defaults) {
                    object.model = null;
                    object.seed = 0;
                    object.device = "";
                    object.threads = 0;
                    object.precision = "";
                    object.trains = "";
                    object.cache_folder = "";
                    object.compile = false;
                    object.devices = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = $root.zscl.v1.ModelSpec.toObject(message.model, options, _depth + 1);
                if (message.datasets && message.datasets.length) {
                    object.datasets = $Array(message.datasets.length);
                    for (let j = 0; j < message.datasets.length; ++j)
                        object.datasets[j] = $root.zscl.v1.DatasetSpec.toObject(message.datasets[j], options, _depth + 1);
                }
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    object.seed = message.seed;
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    object.device = message.device;
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads"))
                    object.threads = message.threads;
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision"))
                    object.precision = message.precision;
                if (message.trains != null && $Object.hasOwnProperty.call(message, "trains"))
                    object.trains = message.trains;
                if (message.cache_folder != null && $Object.hasOwnProperty.call(message, "cache_folder"))
                    object.cache_folder = message.cache_folder;
                if (message.compile != null && $Object.hasOwnProperty.call(message, "compile"))
                    object.compile = message.compile;
                if (message.devices != null && $Object.hasOwnProperty.call(message, "devices"))
                    object.devices = message.devices;
                if (message.references && message.references.length) {
                    object.references = $Array(message.references.length);
                    for (let j = 0; j < message.references.length; ++j)
                        object.references[j] = $root.zscl.v1.ReferenceSources.toObject(message.references[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this SetUp to JSON.
             * @function toJSON
             * @memberof zscl.v1.SetUp
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SetUp.prototype.toJSON = function() {
                return SetUp.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SetUp;
        })();

        v1.ReferenceSources = (function() {

            /**
             * Properties of a ReferenceSources.
             * @typedef {Object} zscl.v1.ReferenceSources.$Properties
             * @property {zscl.v1.ImageSource.$Properties|null} [images] ReferenceSources images
             * @property {zscl.v1.TextSource.$Properties|null} [texts] ReferenceSources texts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReferenceSources.
             * @memberof zscl.v1
             * @interface IReferenceSources
             * @augments zscl.v1.ReferenceSources.$Properties
             * @deprecated Use zscl.v1.ReferenceSources.$Properties instead.
             */

            /**
             * Shape of a ReferenceSources.
             * @typedef {zscl.v1.ReferenceSources.$Properties} zscl.v1.ReferenceSources.$Shape
             */

            /**
             * Constructs a new ReferenceSources.
             * @memberof zscl.v1
             * @classdesc Represents a ReferenceSources.
             * @constructor
             * @param {zscl.v1.ReferenceSources.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReferenceSources = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReferenceSources images.
             * @member {zscl.v1.ImageSource.$Properties|null|undefined} images
             * @memberof zscl.v1.ReferenceSources
             * @instance
             */
            ReferenceSources.prototype.images = null;

            /**
             * ReferenceSources texts.
             * @member {zscl.v1.TextSource.$Properties|null|undefined} texts
             * @memberof zscl.v1.ReferenceSources
             * @instance
             */
            ReferenceSources.prototype.texts = null;

            /**
             * Encodes the specified ReferenceSources message. Does not implicitly {@link zscl.v1.ReferenceSources.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.ReferenceSources
             * @static
             * @param {zscl.v1.ReferenceSources.$Properties} message ReferenceSources message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReferenceSources.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.images != null && $Object.hasOwnProperty.call(message, "images"))
                    $root.zscl.v1.ImageSource.encode(message.images, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.texts != null && $Object.hasOwnProperty.call(message, "texts"))
                    $root.zscl.v1.TextSource.encode(message.texts, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReferenceSources message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.ReferenceSources
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.ReferenceSources & zscl.v1.ReferenceSources.$Shape} ReferenceSources
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReferenceSources.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.ReferenceSources();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.images = $root.zscl.v1.ImageSource.decode(reader, reader.size(), $undefined, _depth + 1, message.images);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.texts = $root.zscl.v1.TextSource.decode(reader, reader.size(), $undefined, _depth + 1, message.texts);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ReferenceSources message.
             * @function verify
             * @memberof zscl.v1.ReferenceSources
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ReferenceSources.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.images != null && $Object.hasOwnProperty.call(message, "images")) {
                    let error = $root.zscl.v1.ImageSource.verify(message.images, _depth + 1);
                    if (error)
                        return "images." + error;
                }
                if (message.texts != null && $Object.hasOwnProperty.call(message, "texts")) {
                    let error = $root.zscl.v1.TextSource.verify(message.texts, _depth + 1);
                    if (error)
                        return "texts." + error;
                }
                return null;
            };

            /**
             * Creates a ReferenceSources message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.ReferenceSources
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.ReferenceSources} ReferenceSources
             */
            ReferenceSources.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.ReferenceSources)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.ReferenceSources: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.ReferenceSources();
                if (object.images != null) {
                    if (!$util.isObject(object.images))
                        throw $TypeError(".zscl.v1.ReferenceSources.images: object expected");
                    message.images = $root.zscl.v1.ImageSource.fromObject(object.images, _depth + 1);
                }
                if (object.texts != null) {
                    if (!$util.isObject(object.texts))
                        throw $TypeError(".zscl.v1.ReferenceSources.texts: object expected");
                    message.texts = $root.zscl.v1.TextSource.fromObject(object.texts, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a ReferenceSources message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.ReferenceSources
             * @static
             * @param {zscl.v1.ReferenceSources} message ReferenceSources
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ReferenceSources.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.images = null;
                    object.texts = null;
                }
                if (message.images != null && $Object.hasOwnProperty.call(message, "images"))
                    object.images = $root.zscl.v1.ImageSource.toObject(message.images, options, _depth + 1);
                if (message.texts != null && $Object.hasOwnProperty.call(message, "texts"))
                    object.texts = $root.zscl.v1.TextSource.toObject(message.texts, options, _depth + 1);
                return object;
            };

            /**
             * Converts this ReferenceSources to JSON.
             * @function toJSON
             * @memberof zscl.v1.ReferenceSources
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ReferenceSources.prototype.toJSON = function() {
                return ReferenceSources.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ReferenceSources;
        })();

        v1.ModelSpec = (function() {

            /**
             * Properties of a ModelSpec.
             * @typedef {Object} zscl.v1.ModelSpec.$Properties
             * @property {string|null} [name] ModelSpec name
             * @property {string|null} [pretrained] ModelSpec pretrained
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelSpec.
             * @memberof zscl.v1
             * @interface IModelSpec
             * @augments zscl.v1.ModelSpec.$Properties
             * @deprecated Use zscl.v1.ModelSpec.$Properties instead.
             */

            /**
             * Shape of a ModelSpec.
             * @typedef {zscl.v1.ModelSpec.$Properties} zscl.v1.ModelSpec.$Shape
             */

            /**
             * Constructs a new ModelSpec.
             * @memberof zscl.v1
             * @classdesc Represents a ModelSpec.
             * @constructor
             * @param {zscl.v1.ModelSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ModelSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelSpec name.
             * @member {string} name
             * @memberof zscl.v1.ModelSpec
             * @instance
             */
            ModelSpec.prototype.name = "";

            /**
             * ModelSpec pretrained.
             * @member {string} pretrained
             * @memberof zscl.v1.ModelSpec
             * @instance
             */
            ModelSpec.prototype.pretrained = "";

            /**
             * Encodes the specified ModelSpec message. Does not implicitly {@link zscl.v1.ModelSpec.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.ModelSpec
             * @static
             * @param {zscl.v1.ModelSpec.$Properties} message ModelSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.pretrained != null && $Object.hasOwnProperty.call(message, "pretrained") && message.pretrained !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.pretrained);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelSpec message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.ModelSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.ModelSpec & zscl.v1.ModelSpec.$Shape} ModelSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.ModelSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.pretrained = value;
                            else
                                delete message.pretrained;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ModelSpec message.
             * @function verify
             * @memberof zscl.v1.ModelSpec
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ModelSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.pretrained != null && $Object.hasOwnProperty.call(message, "pretrained"))
                    if (!$util.isString(message.pretrained))
                        return "pretrained: string expected";
                return null;
            };

            /**
             * Creates a ModelSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.ModelSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.ModelSpec} ModelSpec
             */
            ModelSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.ModelSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.ModelSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.ModelSpec();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.pretrained != null)
                    if (typeof object.pretrained !== "string" || object.pretrained.length)
                        message.pretrained = $String(object.pretrained);
                return message;
            };

            /**
             * Creates a plain object from a ModelSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.ModelSpec
             * @static
             * @param {zscl.v1.ModelSpec} message ModelSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ModelSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.pretrained = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.pretrained != null && $Object.hasOwnProperty.call(message, "pretrained"))
                    object.pretrained = message.pretrained;
                return object;
            };

            /**
             * Converts this ModelSpec to JSON.
             * @function toJSON
             * @memberof zscl.v1.ModelSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ModelSpec.prototype.toJSON = function() {
                return ModelSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ModelSpec;
        })();

        v1.DatasetSpec = (function() {

            /**
             * Properties of a DatasetSpec.
             * @typedef {Object} zscl.v1.DatasetSpec.$Properties
             * @property {string|null} [name] DatasetSpec name
             * @property {string|null} [kind] DatasetSpec kind
             * @property {string|null} [mini_task] DatasetSpec mini_task
             * @property {number|null} [train_size] DatasetSpec train_size
             * @property {number|null} [test_size] DatasetSpec test_size
             * @property {number|null} [data_seed] DatasetSpec data_seed
             * @property {string|null} [images] DatasetSpec images
             * @property {string|null} [test] DatasetSpec test
             * @property {string|null} [table] DatasetSpec table
             * @property {string|null} [test_table] DatasetSpec test_table
             * @property {string|null} [path_column] DatasetSpec path_column
             * @property {string|null} [label_column] DatasetSpec label_column
             * @property {number|null} [held_out] DatasetSpec held_out
             * @property {Array.<string>|null} [templates] DatasetSpec templates
             * @property {Array.<string>|null} [class_names] DatasetSpec class_names
             * @property {string|null} [unreadable] DatasetSpec unreadable
             * @property {string|null} [root] DatasetSpec root
             * @property {string|null} [split] DatasetSpec split
             * @property {Array.<number>|null} [class_indices] DatasetSpec class_indices
             * @property {Array.<string>|null} [classes] DatasetSpec classes
             * @property {string|null} [saved] DatasetSpec saved
             * @property {string|null} [test_split] DatasetSpec test_split
             * @property {string|null} [image_column] DatasetSpec image_column
             * @property {string|null} [prompts] DatasetSpec prompts
             * @property {string|null} [encoding] DatasetSpec encoding
             * @property {number|null} [shots] DatasetSpec shots
             * @property {Array.<string>|null} [class_labels] DatasetSpec class_labels
             * @property {string|null} [decoding] DatasetSpec decoding
             * @property {string|null} [split_column] DatasetSpec split_column
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DatasetSpec.
             * @memberof zscl.v1
             * @interface IDatasetSpec
             * @augments zscl.v1.DatasetSpec.$Properties
             * @deprecated Use zscl.v1.DatasetSpec.$Properties instead.
             */

            /**
             * Shape of a DatasetSpec.
             * @typedef {zscl.v1.DatasetSpec.$Properties} zscl.v1.DatasetSpec.$Shape
             */

            /**
             * Constructs a new DatasetSpec.
             * @memberof zscl.v1
             * @classdesc Represents a DatasetSpec.
             * @constructor
             * @param {zscl.v1.DatasetSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DatasetSpec = function (properties) {
                this.templates = [];
                this.class_names = [];
                this.class_indices = [];
                this.classes = [];
                this.class_labels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DatasetSpec name.
             * @member {string} name
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.name = "";

            /**
             * DatasetSpec kind.
             * @member {string} kind
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.kind = "";

            /**
             * DatasetSpec mini_task.
             * @member {string} mini_task
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.mini_task = "";

            /**
             * DatasetSpec train_size.
             * @member {number} train_size
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.train_size = 0;

            /**
             * DatasetSpec test_size.
             * @member {number} test_size
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.test_size = 0;

            /**
             * DatasetSpec data_seed.
             * @member {number} data_seed
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.data_seed = 0;

            /**
             * DatasetSpec images.
             * @member {string} images
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.images = "";

            /**
             * DatasetSpec test.
             * @member {string} test
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.test = "";

            /**
             * DatasetSpec table.
             * @member {string} table
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.table = "";

            /**
             * DatasetSpec test_table.
             * @member {string} test_table
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.test_table = "";

            /**
             * DatasetSpec path_column.
             * @member {string} path_column
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.path_column = "";

            /**
             * DatasetSpec label_column.
             * @member {string} label_column
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.label_column = "";

            /**
             * DatasetSpec held_out.
             * @member {number} held_out
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.held_out = 0;

            /**
             * DatasetSpec templates.
             * @member {Array.<string>} templates
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.templates = $util.emptyArray;

            /**
             * DatasetSpec class_names.
             * @member {Array.<string>} class_names
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.class_names = $util.emptyArray;

            /**
             * DatasetSpec unreadable.
             * @member {string} unreadable
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.unreadable = "";

            /**
             * DatasetSpec root.
             * @member {string} root
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.root = "";

            /**
             * DatasetSpec split.
             * @member {string} split
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.split = "";

            /**
             * DatasetSpec class_indices.
             * @member {Array.<number>} class_indices
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.class_indices = $util.emptyArray;

            /**
             * DatasetSpec classes.
             * @member {Array.<string>} classes
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.classes = $util.emptyArray;

            /**
             * DatasetSpec saved.
             * @member {string} saved
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.saved = "";

            /**
             * DatasetSpec test_split.
             * @member {string} test_split
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.test_split = "";

            /**
             * DatasetSpec image_column.
             * @member {string} image_column
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.image_column = "";

            /**
             * DatasetSpec prompts.
             * @member {string} prompts
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.prompts = "";

            /**
             * DatasetSpec encoding.
             * @member {string} encoding
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.encoding = "";

            /**
             * DatasetSpec shots.
             * @member {number} shots
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.shots = 0;

            /**
             * DatasetSpec class_labels.
             * @member {Array.<string>} class_labels
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.class_labels = $util.emptyArray;

            /**
             * DatasetSpec decoding.
             * @member {string} decoding
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.decoding = "";

            /**
             * DatasetSpec split_column.
             * @member {string} split_column
             * @memberof zscl.v1.DatasetSpec
             * @instance
             */
            DatasetSpec.prototype.split_column = "";

            /**
             * Encodes the specified DatasetSpec message. Does not implicitly {@link zscl.v1.DatasetSpec.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.DatasetSpec
             * @static
             * @param {zscl.v1.DatasetSpec.$Properties} message DatasetSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DatasetSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.kind);
                if (message.mini_task != null && $Object.hasOwnProperty.call(message, "mini_task") && message.mini_task !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.mini_task);
                if (message.train_size != null && $Object.hasOwnProperty.call(message, "train_size") && message.train_size !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.train_size);
                if (message.test_size != null && $Object.hasOwnProperty.call(message, "test_size") && message.test_size !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.test_size);
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed") && message.data_seed !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.data_seed);
                if (message.images != null && $Object.hasOwnProperty.call(message, "images") && message.images !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.images);
                if (message.test != null && $Object.hasOwnProperty.call(message, "test") && message.test !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.test);
                if (message.table != null && $Object.hasOwnProperty.call(message, "table") && message.table !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.table);
                if (message.test_table != null && $Object.hasOwnProperty.call(message, "test_table") && message.test_table !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.test_table);
                if (message.path_column != null && $Object.hasOwnProperty.call(message, "path_column") && message.path_column !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.path_column);
                if (message.label_column != null && $Object.hasOwnProperty.call(message, "label_column") && message.label_column !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.label_column);
                if (message.held_out != null && $Object.hasOwnProperty.call(message, "held_out") && !$Object.is(message.held_out, 0))
                    writer.uint32(/* id 13, wireType 1 =*/105).double(message.held_out);
                if (message.templates != null && message.templates.length)
                    for (let i = 0; i < message.templates.length; ++i)
                        writer.uint32(/* id 14, wireType 2 =*/114).string(message.templates[i]);
                if (message.class_names != null && message.class_names.length)
                    for (let i = 0; i < message.class_names.length; ++i)
                        writer.uint32(/* id 15, wireType 2 =*/122).string(message.class_names[i]);
                if (message.unreadable != null && $Object.hasOwnProperty.call(message, "unreadable") && message.unreadable !== "")
                    writer.uint32(/* id 16, wireType 2 =*/130).string(message.unreadable);
                if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root !== "")
                    writer.uint32(/* id 17, wireType 2 =*/138).string(message.root);
                if (message.split != null && $Object.hasOwnProperty.call(message, "split") && message.split !== "")
                    writer.uint32(/* id 18, wireType 2 =*/146).string(message.split);
                if (message.class_indices != null && message.class_indices.length)
                    writer.uint32(/* id 19, wireType 2 =*/154).uint32s(message.class_indices);
                if (message.classes != null && message.classes.length)
                    for (let i = 0; i < message.classes.length; ++i)
                        writer.uint32(/* id 20, wireType 2 =*/162).string(message.classes[i]);
                if (message.saved != null && $Object.hasOwnProperty.call(message, "saved") && message.saved !== "")
                    writer.uint32(/* id 21, wireType 2 =*/170).string(message.saved);
                if (message.test_split != null && $Object.hasOwnProperty.call(message, "test_split") && message.test_split !== "")
                    writer.uint32(/* id 22, wireType 2 =*/178).string(message.test_split);
                if (message.image_column != null && $Object.hasOwnProperty.call(message, "image_column") && message.image_column !== "")
                    writer.uint32(/* id 23, wireType 2 =*/186).string(message.image_column);
                if (message.prompts != null && $Object.hasOwnProperty.call(message, "prompts") && message.prompts !== "")
                    writer.uint32(/* id 24, wireType 2 =*/194).string(message.prompts);
                if (message.encoding != null && $Object.hasOwnProperty.call(message, "encoding") && message.encoding !== "")
                    writer.uint32(/* id 25, wireType 2 =*/202).string(message.encoding);
                if (message.shots != null && $Object.hasOwnProperty.call(message, "shots") && message.shots !== 0)
                    writer.uint32(/* id 26, wireType 0 =*/208).uint32(message.shots);
                if (message.class_labels != null && message.class_labels.length)
                    for (let i = 0; i < message.class_labels.length; ++i)
                        writer.uint32(/* id 27, wireType 2 =*/218).string(message.class_labels[i]);
                if (message.decoding != null && $Object.hasOwnProperty.call(message, "decoding") && message.decoding !== "")
                    writer.uint32(/* id 28, wireType 2 =*/226).string(message.decoding);
                if (message.split_column != null && $Object.hasOwnProperty.call(message, "split_column") && message.split_column !== "")
                    writer.uint32(/* id 29, wireType 2 =*/234).string(message.split_column);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DatasetSpec message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.DatasetSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.DatasetSpec & zscl.v1.DatasetSpec.$Shape} DatasetSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DatasetSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.DatasetSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mini_task = value;
                            else
                                delete message.mini_task;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.train_size = value;
                            else
                                delete message.train_size;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.test_size = value;
                            else
                                delete message.test_size;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.data_seed = value;
                            else
                                delete message.data_seed;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.images = value;
                            else
                                delete message.images;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.test = value;
                            else
                                delete message.test;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.table = value;
                            else
                                delete message.table;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.test_table = value;
                            else
                                delete message.test_table;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path_column = value;
                            else
                                delete message.path_column;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label_column = value;
                            else
                                delete message.label_column;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.held_out = value;
                            else
                                delete message.held_out;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.templates && message.templates.length))
                                message.templates = [];
                            message.templates.push(reader.stringVerify());
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.class_names && message.class_names.length))
                                message.class_names = [];
                            message.class_names.push(reader.stringVerify());
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unreadable = value;
                            else
                                delete message.unreadable;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.root = value;
                            else
                                delete message.root;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.split = value;
                            else
                                delete message.split;
                            continue;
                        }
                    case 19: {
                            if (wireType === 2) {
                                if (!(message.class_indices && message.class_indices.length))
                                    message.class_indices = [];
                                reader.uint32s(message.class_indices);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.class_indices && message.class_indices.length))
                                message.class_indices = [];
                            message.class_indices.push(reader.uint32());
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            message.classes.push(reader.stringVerify());
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.saved = value;
                            else
                                delete message.saved;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.test_split = value;
                            else
                                delete message.test_split;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.image_column = value;
                            else
                                delete message.image_column;
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.prompts = value;
                            else
                                delete message.prompts;
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.encoding = value;
                            else
                                delete message.encoding;
                            continue;
                        }
                    case 26: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shots = value;
                            else
                                delete message.shots;
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            if (!(message.class_labels && message.class_labels.length))
                                message.class_labels = [];
                            message.class_labels.push(reader.stringVerify());
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.decoding = value;
                            else
                                delete message.decoding;
                            continue;
                        }
                    case 29: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.split_column = value;
                            else
                                delete message.split_column;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DatasetSpec message.
             * @function verify
             * @memberof zscl.v1.DatasetSpec
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DatasetSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    if (!$util.isString(message.kind))
                        return "kind: string expected";
                if (message.mini_task != null && $Object.hasOwnProperty.call(message, "mini_task"))
                    if (!$util.isString(message.mini_task))
                        return "mini_task: string expected";
                if (message.train_size != null && $Object.hasOwnProperty.call(message, "train_size"))
                    if (!$util.isInteger(message.train_size))
                        return "train_size: integer expected";
                if (message.test_size != null && $Object.hasOwnProperty.call(message, "test_size"))
                    if (!$util.isInteger(message.test_size))
                        return "test_size: integer expected";
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed"))
                    if (!$util.isInteger(message.data_seed))
                        return "data_seed: integer expected";
                if (message.images != null && $Object.hasOwnProperty.call(message, "images"))
                    if (!$util.isString(message.images))
                        return "images: string expected";
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    if (!$util.isString(message.test))
                        return "test: string expected";
                if (message.table != null && $Object.hasOwnProperty.call(message, "table"))
                    if (!$util.isString(message.table))
                        return "table: string expected";
                if (message.test_table != null && $Object.hasOwnProperty.call(message, "test_table"))
                    if (!$util.isString(message.test_table))
                        return "test_table: string expected";
                if (message.path_column != null && $Object.hasOwnProperty.call(message, "path_column"))
                    if (!$util.isString(message.path_column))
                        return "path_column: string expected";
                if (message.label_column != null && $Object.hasOwnProperty.call(message, "label_column"))
                    if (!$util.isString(message.label_column))
                        return "label_column: string expected";
                if (message.held_out != null && $Object.hasOwnProperty.call(message, "held_out"))
                    if (typeof message.held_out !== "number")
                        return "held_out: number expected";
                if (message.templates != null && $Object.hasOwnProperty.call(message, "templates")) {
                    if (!$Array.isArray(message.templates))
                        return "templates: array expected";
                    for (let i = 0; i < message.templates.length; ++i)
                        if (!$util.isString(message.templates[i]))
                            return "templates: string[] expected";
                }
                if (message.class_names != null && $Object.hasOwnProperty.call(message, "class_names")) {
                    if (!$Array.isArray(message.class_names))
                        return "class_names: array expected";
                    for (let i = 0; i < message.class_names.length; ++i)
                        if (!$util.isString(message.class_names[i]))
                            return "class_names: string[] expected";
                }
                if (message.unreadable != null && $Object.hasOwnProperty.call(message, "unreadable"))
                    if (!$util.isString(message.unreadable))
                        return "unreadable: string expected";
                if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                    if (!$util.isString(message.root))
                        return "root: string expected";
                if (message.split != null && $Object.hasOwnProperty.call(message, "split"))
                    if (!$util.isString(message.split))
                        return "split: string expected";
                if (message.class_indices != null && $Object.hasOwnProperty.call(message, "class_indices")) {
                    if (!$Array.isArray(message.class_indices))
                        return "class_indices: array expected";
                    for (let i = 0; i < message.class_indices.length; ++i)
                        if (!$util.isInteger(message.class_indices[i]))
                            return "class_indices: integer[] expected";
                }
                if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                    if (!$Array.isArray(message.classes))
                        return "classes: array expected";
                    for (let i = 0; i < message.classes.length; ++i)
                        if (!$util.isString(message.classes[i]))
                            return "classes: string[] expected";
                }
                if (message.saved != null && $Object.hasOwnProperty.call(message, "saved"))
                    if (!$util.isString(message.saved))
                        return "saved: string expected";
                if (message.test_split != null && $Object.hasOwnProperty.call(message, "test_split"))
                    if (!$util.isString(message.test_split))
                        return "test_split: string expected";
                if (message.image_column != null && $Object.hasOwnProperty.call(message, "image_column"))
                    if (!$util.isString(message.image_column))
                        return "image_column: string expected";
                if (message.prompts != null && $Object.hasOwnProperty.call(message, "prompts"))
                    if (!$util.isString(message.prompts))
                        return "prompts: string expected";
                if (message.encoding != null && $Object.hasOwnProperty.call(message, "encoding"))
                    if (!$util.isString(message.encoding))
                        return "encoding: string expected";
                if (message.shots != null && $Object.hasOwnProperty.call(message, "shots"))
                    if (!$util.isInteger(message.shots))
                        return "shots: integer expected";
                if (message.class_labels != null && $Object.hasOwnProperty.call(message, "class_labels")) {
                    if (!$Array.isArray(message.class_labels))
                        return "class_labels: array expected";
                    for (let i = 0; i < message.class_labels.length; ++i)
                        if (!$util.isString(message.class_labels[i]))
                            return "class_labels: string[] expected";
                }
                if (message.decoding != null && $Object.hasOwnProperty.call(message, "decoding"))
                    if (!$util.isString(message.decoding))
                        return "decoding: string expected";
                if (message.split_column != null && $Object.hasOwnProperty.call(message, "split_column"))
                    if (!$util.isString(message.split_column))
                        return "split_column: string expected";
                return null;
            };

            /**
             * Creates a DatasetSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.DatasetSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.DatasetSpec} DatasetSpec
             */
            DatasetSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.DatasetSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.DatasetSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.DatasetSpec();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.kind != null)
                    if (typeof object.kind !== "string" || object.kind.length)
                        message.kind = $String(object.kind);
                if (object.mini_task != null)
                    if (typeof object.mini_task !== "string" || object.mini_task.length)
                        message.mini_task = $String(object.mini_task);
                if (object.train_size != null)
                    if ($Number(object.train_size) !== 0)
                        message.train_size = object.train_size >>> 0;
                if (object.test_size != null)
                    if ($Number(object.test_size) !== 0)
                        message.test_size = object.test_size >>> 0;
                if (object.data_seed != null)
                    if ($Number(object.data_seed) !== 0)
                        message.data_seed = object.data_seed >>> 0;
                if (object.images != null)
                    if (typeof object.images !== "string" || object.images.length)
                        message.images = $String(object.images);
                if (object.test != null)
                    if (typeof object.test !== "string" || object.test.length)
                        message.test = $String(object.test);
                if (object.table != null)
                    if (typeof object.table !== "string" || object.table.length)
                        message.table = $String(object.table);
                if (object.test_table != null)
                    if (typeof object.test_table !== "string" || object.test_table.length)
                        message.test_table = $String(object.test_table);
                if (object.path_column != null)
                    if (typeof object.path_column !== "string" || object.path_column.length)
                        message.path_column = $String(object.path_column);
                if (object.label_column != null)
                    if (typeof object.label_column !== "string" || object.label_column.length)
                        message.label_column = $String(object.label_column);
                if (object.held_out != null)
                    if (!$Object.is($Number(object.held_out), 0))
                        message.held_out = $Number(object.held_out);
                if (object.templates) {
                    if (!$Array.isArray(object.templates))
                        throw $TypeError(".zscl.v1.DatasetSpec.templates: array expected");
                    message.templates = $Array(object.templates.length);
                    for (let i = 0; i < object.templates.length; ++i)
                        message.templates[i] = $String(object.templates[i]);
                }
                if (object.class_names) {
                    if (!$Array.isArray(object.class_names))
                        throw $TypeError(".zscl.v1.DatasetSpec.class_names: array expected");
                    message.class_names = $Array(object.class_names.length);
                    for (let i = 0; i < object.class_names.length; ++i)
                        message.class_names[i] = $String(object.class_names[i]);
                }
                if (object.unreadable != null)
                    if (typeof object.unreadable !== "string" || object.unreadable.length)
                        message.unreadable = $String(object.unreadable);
                if (object.root != null)
                    if (typeof object.root !== "string" || object.root.length)
                        message.root = $String(object.root);
                if (object.split != null)
                    if (typeof object.split !== "string" || object.split.length)
                        message.split = $String(object.split);
                if (object.class_indices) {
                    if (!$Array.isArray(object.class_indices))
                        throw $TypeError(".zscl.v1.DatasetSpec.class_indices: array expected");
                    message.class_indices = $Array(object.class_indices.length);
                    for (let i = 0; i < object.class_indices.length; ++i)
                        message.class_indices[i] = object.class_indices[i] >>> 0;
                }
                if (object.classes) {
                    if (!$Array.isArray(object.classes))
                        throw $TypeError(".zscl.v1.DatasetSpec.classes: array expected");
                    message.classes = $Array(object.classes.length);
                    for (let i = 0; i < object.classes.length; ++i)
                        message.classes[i] = $String(object.classes[i]);
                }
                if (object.saved != null)
                    if (typeof object.saved !== "string" || object.saved.length)
                        message.saved = $String(object.saved);
                if (object.test_split != null)
                    if (typeof object.test_split !== "string" || object.test_split.length)
                        message.test_split = $String(object.test_split);
                if (object.image_column != null)
                    if (typeof object.image_column !== "string" || object.image_column.length)
                        message.image_column = $String(object.image_column);
                if (object.prompts != null)
                    if (typeof object.prompts !== "string" || object.prompts.length)
                        message.prompts = $String(object.prompts);
                if (object.encoding != null)
                    if (typeof object.encoding !== "string" || object.encoding.length)
                        message.encoding = $String(object.encoding);
                if (object.shots != null)
                    if ($Number(object.shots) !== 0)
                        message.shots = object.shots >>> 0;
                if (object.class_labels) {
                    if (!$Array.isArray(object.class_labels))
                        throw $TypeError(".zscl.v1.DatasetSpec.class_labels: array expected");
                    message.class_labels = $Array(object.class_labels.length);
                    for (let i = 0; i < object.class_labels.length; ++i)
                        message.class_labels[i] = $String(object.class_labels[i]);
                }
                if (object.decoding != null)
                    if (typeof object.decoding !== "string" || object.decoding.length)
                        message.decoding = $String(object.decoding);
                if (object.split_column != null)
                    if (typeof object.split_column !== "string" || object.split_column.length)
                        message.split_column = $String(object.split_column);
                return message;
            };

            /**
             * Creates a plain object from a DatasetSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.DatasetSpec
             * @static
             * @param {zscl.v1.DatasetSpec} message DatasetSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            DatasetSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.templates = [];
                    object.class_names = [];
                    object.class_indices = [];
                    object.classes = [];
                    object.class_labels = [];
                }
                if (options.defaults) {
                    object.name = "";
                    object.kind = "";
                    object.mini_task = "";
                    object.train_size = 0;
                    object.test_size = 0;
                    object.data_seed = 0;
                    object.images = "";
                    object.test = "";
                    object.table = "";
                    object.test_table = "";
                    object.path_column = "";
                    object.label_column = "";
                    object.held_out = 0;
                    object.unreadable = "";
                    object.root = "";
                    object.split = "";
                    object.saved = "";
                    object.test_split = "";
                    object.image_column = "";
                    object.prompts = "";
                    object.encoding = "";
                    object.shots = 0;
                    object.decoding = "";
                    object.split_column = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                if (message.mini_task != null && $Object.hasOwnProperty.call(message, "mini_task"))
                    object.mini_task = message.mini_task;
                if (message.train_size != null && $Object.hasOwnProperty.call(message, "train_size"))
                    object.train_size = message.train_size;
                if (message.test_size != null && $Object.hasOwnProperty.call(message, "test_size"))
                    object.test_size = message.test_size;
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed"))
                    object.data_seed = message.data_seed;
                if (message.images != null && $Object.hasOwnProperty.call(message, "images"))
                    object.images = message.images;
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    object.test = message.test;
                if (message.table != null && $Object.hasOwnProperty.call(message, "table"))
                    object.table = message.table;
                if (message.test_table != null && $Object.hasOwnProperty.call(message, "test_table"))
                    object.test_table = message.test_table;
                if (message.path_column != null && $Object.hasOwnProperty.call(message, "path_column"))
                    object.path_column = message.path_column;
                if (message.label_column != null && $Object.hasOwnProperty.call(message, "label_column"))
                    object.label_column = message.label_column;
                if (message.held_out != null && $Object.hasOwnProperty.call(message, "held_out"))
                    object.held_out = options.json && !$isFinite(message.held_out) ? $String(message.held_out) : message.held_out;
                if (message.templates && message.templates.length) {
                    object.templates = $Array(message.templates.length);
                    for (let j = 0; j < message.templates.length; ++j)
                        object.templates[j] = message.templates[j];
                }
                if (message.class_names && message.class_names.length) {
                    object.class_names = $Array(message.class_names.length);
                    for (let j = 0; j < message.class_names.length; ++j)
                        object.class_names[j] = message.class_names[j];
                }
                if (message.unreadable != null && $Object.hasOwnProperty.call(message, "unreadable"))
                    object.unreadable = message.unreadable;
                if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                    object.root = message.root;
                if (message.split != null && $Object.hasOwnProperty.call(message, "split"))
                    object.split = message.split;
                if (message.class_indices && message.class_indices.length) {
                    object.class_indices = $Array(message.class_indices.length);
                    for (let j = 0; j < message.class_indices.length; ++j)
                        object.class_indices[j] = message.class_indices[j];
                }
                if (message.classes && message.classes.length) {
                    object.classes = $Array(message.classes.length);
                    for (let j = 0; j < message.classes.length; ++j)
                        object.classes[j] = message.classes[j];
                }
                if (message.saved != null && $Object.hasOwnProperty.call(message, "saved"))
                    object.saved = message.saved;
                if (message.test_split != null && $Object.hasOwnProperty.call(message, "test_split"))
                    object.test_split = message.test_split;
                if (message.image_column != null && $Object.hasOwnProperty.call(message, "image_column"))
                    object.image_column = message.image_column;
                if (message.prompts != null && $Object.hasOwnProperty.call(message, "prompts"))
                    object.prompts = message.prompts;
                if (message.encoding != null && $Object.hasOwnProperty.call(message, "encoding"))
                    object.encoding = message.encoding;
                if (message.shots != null && $Object.hasOwnProperty.call(message, "shots"))
                    object.shots = message.shots;
                if (message.class_labels && message.class_labels.length) {
                    object.class_labels = $Array(message.class_labels.length);
                    for (let j = 0; j < message.class_labels.length; ++j)
                        object.class_labels[j] = message.class_labels[j];
                }
                if (message.decoding != null && $Object.hasOwnProperty.call(message, "decoding"))
                    object.decoding = message.decoding;
                if (message.split_column != null && $Object.hasOwnProperty.call(message, "split_column"))
                    object.split_column = message.split_column;
                return object;
            };

            /**
             * Converts this DatasetSpec to JSON.
             * @function toJSON
             * @memberof zscl.v1.DatasetSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            DatasetSpec.prototype.toJSON = function() {
                return DatasetSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DatasetSpec;
        })();

        v1.ImageSource = (function() {

            /**
             * Properties of an ImageSource.
             * @typedef {Object} zscl.v1.ImageSource.$Properties
             * @property {string|null} [kind] ImageSource kind
             * @property {string|null} [set] ImageSource set
             * @property {number|null} [count] ImageSource count
             * @property {number|null} [data_seed] ImageSource data_seed
             * @property {string|null} [path] ImageSource path
             * @property {number|null} [classes] ImageSource classes
             * @property {string|null} [decoding] ImageSource decoding
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ImageSource.
             * @memberof zscl.v1
             * @interface IImageSource
             * @augments zscl.v1.ImageSource.$Properties
             * @deprecated Use zscl.v1.ImageSource.$Properties instead.
             */

            /**
             * Shape of an ImageSource.
             * @typedef {zscl.v1.ImageSource.$Properties} zscl.v1.ImageSource.$Shape
             */

            /**
             * Constructs a new ImageSource.
             * @memberof zscl.v1
             * @classdesc Represents an ImageSource.
             * @constructor
             * @param {zscl.v1.ImageSource.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ImageSource = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ImageSource kind.
             * @member {string} kind
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.kind = "";

            /**
             * ImageSource set.
             * @member {string} set
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.set = "";

            /**
             * ImageSource count.
             * @member {number} count
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.count = 0;

            /**
             * ImageSource data_seed.
             * @member {number} data_seed
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.data_seed = 0;

            /**
             * ImageSource path.
             * @member {string} path
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.path = "";

            /**
             * ImageSource classes.
             * @member {number} classes
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.classes = 0;

            /**
             * ImageSource decoding.
             * @member {string} decoding
             * @memberof zscl.v1.ImageSource
             * @instance
             */
            ImageSource.prototype.decoding = "";

            /**
             * Encodes the specified ImageSource message. Does not implicitly {@link zscl.v1.ImageSource.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.ImageSource
             * @static
             * @param {zscl.v1.ImageSource.$Properties} message ImageSource message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ImageSource.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.kind);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.set);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.count);
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed") && message.data_seed !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.data_seed);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.path);
                if (message.classes != null && $Object.hasOwnProperty.call(message, "classes") && message.classes !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.classes);
                if (message.decoding != null && $Object.hasOwnProperty.call(message, "decoding") && message.decoding !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.decoding);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ImageSource message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.ImageSource
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.ImageSource & zscl.v1.ImageSource.$Shape} ImageSource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ImageSource.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.ImageSource();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.data_seed = value;
                            else
                                delete message.data_seed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.classes = value;
                            else
                                delete message.classes;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.decoding = value;
                            else
                                delete message.decoding;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an ImageSource message.
             * @function verify
             * @memberof zscl.v1.ImageSource
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ImageSource.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    if (!$util.isString(message.kind))
                        return "kind: string expected";
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    if (!$util.isString(message.set))
                        return "set: string expected";
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    if (!$util.isInteger(message.count))
                        return "count: integer expected";
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed"))
                    if (!$util.isInteger(message.data_seed))
                        return "data_seed: integer expected";
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    if (!$util.isString(message.path))
                        return "path: string expected";
                if (message.classes != null && $Object.hasOwnProperty.call(message, "classes"))
                    if (!$util.isInteger(message.classes))
                        return "classes: integer expected";
                if (message.decoding != null && $Object.hasOwnProperty.call(message, "decoding"))
                    if (!$util.isString(message.decoding))
                        return "decoding: string expected";
                return null;
            };

            /**
             * Creates an ImageSource message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.ImageSource
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.ImageSource} ImageSource
             */
            ImageSource.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.ImageSource)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.ImageSource: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.ImageSource();
                if (object.kind != null)
                    if (typeof object.kind !== "string" || object.kind.length)
                        message.kind = $String(object.kind);
                if (object.set != null)
                    if (typeof object.set !== "string" || object.set.length)
                        message.set = $String(object.set);
                if (object.count != null)
                    if ($Number(object.count) !== 0)
                        message.count = object.count >>> 0;
                if (object.data_seed != null)
                    if ($Number(object.data_seed) !== 0)
                        message.data_seed = object.data_seed >>> 0;
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                if (object.classes != null)
                    if ($Number(object.classes) !== 0)
                        message.classes = object.classes >>> 0;
                if (object.decoding != null)
                    if (typeof object.decoding !== "string" || object.decoding.length)
                        message.decoding = $String(object.decoding);
                return message;
            };

            /**
             * Creates a plain object from an ImageSource message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.ImageSource
             * @static
             * @param {zscl.v1.ImageSource} message ImageSource
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ImageSource.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.kind = "";
                    object.set = "";
                    object.count = 0;
                    object.data_seed = 0;
                    object.path = "";
                    object.classes = 0;
                    object.decoding = "";
                }
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = message.set;
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    object.count = message.count;
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed"))
                    object.data_seed = message.data_seed;
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                if (message.classes != null && $Object.hasOwnProperty.call(message, "classes"))
                    object.classes = message.classes;
                if (message.decoding != null && $Object.hasOwnProperty.call(message, "decoding"))
                    object.decoding = message.decoding;
                return object;
            };

            /**
             * Converts this ImageSource to JSON.
             * @function toJSON
             * @memberof zscl.v1.ImageSource
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ImageSource.prototype.toJSON = function() {
                return ImageSource.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ImageSource;
        })();

        v1.TextSource = (function() {

            /**
             * Properties of a TextSource.
             * @typedef {Object} zscl.v1.TextSource.$Properties
             * @property {string|null} [kind] TextSource kind
             * @property {string|null} [set] TextSource set
             * @property {number|null} [count] TextSource count
             * @property {number|null} [data_seed] TextSource data_seed
             * @property {number|null} [length] TextSource length
             * @property {Array.<string>|null} [datasets] TextSource datasets
             * @property {string|null} [path] TextSource path
             * @property {string|null} [column] TextSource column
             * @property {string|null} [template] TextSource template
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TextSource.
             * @memberof zscl.v1
             * @interface ITextSource
             * @augments zscl.v1.TextSource.$Properties
             * @deprecated Use zscl.v1.TextSource.$Properties instead.
             */

            /**
             * Shape of a TextSource.
             * @typedef {zscl.v1.TextSource.$Properties} zscl.v1.TextSource.$Shape
             */

            /**
             * Constructs a new TextSource.
             * @memberof zscl.v1
             * @classdesc Represents a TextSource.
             * @constructor
             * @param {zscl.v1.TextSource.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TextSource = function (properties) {
                this.datasets = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TextSource kind.
             * @member {string} kind
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.kind = "";

            /**
             * TextSource set.
             * @member {string} set
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.set = "";

            /**
             * TextSource count.
             * @member {number} count
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.count = 0;

            /**
             * TextSource data_seed.
             * @member {number} data_seed
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.data_seed = 0;

            /**
             * TextSource length.
             * @member {number} length
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.length = 0;

            /**
             * TextSource datasets.
             * @member {Array.<string>} datasets
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.datasets = $util.emptyArray;

            /**
             * TextSource path.
             * @member {string} path
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.path = "";

            /**
             * TextSource column.
             * @member {string} column
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.column = "";

            /**
             * TextSource template.
             * @member {string} template
             * @memberof zscl.v1.TextSource
             * @instance
             */
            TextSource.prototype.template = "";

            /**
             * Encodes the specified TextSource message. Does not implicitly {@link zscl.v1.TextSource.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.TextSource
             * @static
             * @param {zscl.v1.TextSource.$Properties} message TextSource message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TextSource.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.kind);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.set);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.count);
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed") && message.data_seed !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.data_seed);
                if (message.length != null && $Object.hasOwnProperty.call(message, "length") && message.length !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.length);
                if (message.datasets != null && message.datasets.length)
                    for (let i = 0; i < message.datasets.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.datasets[i]);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.path);
                if (message.column != null && $Object.hasOwnProperty.call(message, "column") && message.column !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.column);
                if (message.template != null && $Object.hasOwnProperty.call(message, "template") && message.template !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.template);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TextSource message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.TextSource
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.TextSource & zscl.v1.TextSource.$Shape} TextSource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TextSource.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.TextSource();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.data_seed = value;
                            else
                                delete message.data_seed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.length = value;
                            else
                                delete message.length;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.datasets && message.datasets.length))
                                message.datasets = [];
                            message.datasets.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.column = value;
                            else
                                delete message.column;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.template = value;
                            else
                                delete message.template;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a TextSource message.
             * @function verify
             * @memberof zscl.v1.TextSource
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TextSource.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    if (!$util.isString(message.kind))
                        return "kind: string expected";
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    if (!$util.isString(message.set))
                        return "set: string expected";
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    if (!$util.isInteger(message.count))
                        return "count: integer expected";
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed"))
                    if (!$util.isInteger(message.data_seed))
                        return "data_seed: integer expected";
                if (message.length != null && $Object.hasOwnProperty.call(message, "length"))
                    if (!$util.isInteger(message.length))
                        return "length: integer expected";
                if (message.datasets != null && $Object.hasOwnProperty.call(message, "datasets")) {
                    if (!$Array.isArray(message.datasets))
                        return "datasets: array expected";
                    for (let i = 0; i < message.datasets.length; ++i)
                        if (!$util.isString(message.datasets[i]))
                            return "datasets: string[] expected";
                }
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    if (!$util.isString(message.path))
                        return "path: string expected";
                if (message.column != null && $Object.hasOwnProperty.call(message, "column"))
                    if (!$util.isString(message.column))
                        return "column: string expected";
                if (message.template != null && $Object.hasOwnProperty.call(message, "template"))
                    if (!$util.isString(message.template))
                        return "template: string expected";
                return null;
            };

            /**
             * Creates a TextSource message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.TextSource
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.TextSource} TextSource
             */
            TextSource.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.TextSource)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.TextSource: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.TextSource();
                if (object.kind != null)
                    if (typeof object.kind !== "string" || object.kind.length)
                        message.kind = $String(object.kind);
                if (object.set != null)
                    if (typeof object.set !== "string" || object.set.length)
                        message.set = $String(object.set);
                if (object.count != null)
                    if ($Number(object.count) !== 0)
                        message.count = object.count >>> 0;
                if (object.data_seed != null)
                    if ($Number(object.data_seed) !== 0)
                        message.data_seed = object.data_seed >>> 0;
                if (object.length != null)
                    if ($Number(object.length) !== 0)
                        message.length = object.length >>> 0;
                if (object.datasets) {
                    if (!$Array.isArray(object.datasets))
                        throw $TypeError(".zscl.v1.TextSource.datasets: array expected");
                    message.datasets = $Array(object.datasets.length);
                    for (let i = 0; i < object.datasets.length; ++i)
                        message.datasets[i] = $String(object.datasets[i]);
                }
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                if (object.column != null)
                    if (typeof object.column !== "string" || object.column.length)
                        message.column = $String(object.column);
                if (object.template != null)
                    if (typeof object.template !== "string" || object.template.length)
                        message.template = $String(object.template);
                return message;
            };

            /**
             * Creates a plain object from a TextSource message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.TextSource
             * @static
             * @param {zscl.v1.TextSource} message TextSource
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TextSource.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.datasets = [];
                if (options.defaults) {
                    object.kind = "";
                    object.set = "";
                    object.count = 0;
                    object.data_seed = 0;
                    object.length = 0;
                    object.path = "";
                    object.column = "";
                    object.template = "";
                }
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = message.set;
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    object.count = message.count;
                if (message.data_seed != null && $Object.hasOwnProperty.call(message, "data_seed"))
                    object.data_seed = message.data_seed;
                if (message.length != null && $Object.hasOwnProperty.call(message, "length"))
                    object.length = message.length;
                if (message.datasets && message.datasets.length) {
                    object.datasets = $Array(message.datasets.length);
                    for (let j = 0; j < message.datasets.length; ++j)
                        object.datasets[j] = message.datasets[j];
                }
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                if (message.column != null && $Object.hasOwnProperty.call(message, "column"))
                    object.column = message.column;
                if (message.template != null && $Object.hasOwnProperty.call(message, "template"))
                    object.template = message.template;
                return object;
            };

            /**
             * Converts this TextSource to JSON.
             * @function toJSON
             * @memberof zscl.v1.TextSource
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TextSource.prototype.toJSON = function() {
                return TextSource.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TextSource;
        })();

        v1.BeginTask = (function() {

            /**
             * Properties of a BeginTask.
             * @typedef {Object} zscl.v1.BeginTask.$Properties
             * @property {number|null} [task] BeginTask task
             * @property {string|null} [dataset] BeginTask dataset
             * @property {zscl.v1.Objective.$Properties|null} [objective] BeginTask objective
             * @property {string|null} [teacher_slot] BeginTask teacher_slot
             * @property {string|null} [anchor_slot] BeginTask anchor_slot
             * @property {zscl.v1.ImageSource.$Properties|null} [reference_images] BeginTask reference_images
             * @property {zscl.v1.TextSource.$Properties|null} [reference_texts] BeginTask reference_texts
             * @property {zscl.v1.Optimiser.$Properties|null} [optimiser] BeginTask optimiser
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BeginTask.
             * @memberof zscl.v1
             * @interface IBeginTask
             * @augments zscl.v1.BeginTask.$Properties
             * @deprecated Use zscl.v1.BeginTask.$Properties instead.
             */

            /**
             * Shape of a BeginTask.
             * @typedef {zscl.v1.BeginTask.$Properties} zscl.v1.BeginTask.$Shape
             */

            /**
             * Constructs a new BeginTask.
             * @memberof zscl.v1
             * @classdesc Represents a BeginTask.
             * @constructor
             * @param {zscl.v1.BeginTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BeginTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BeginTask task.
             * @member {number} task
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.task = 0;

            /**
             * BeginTask dataset.
             * @member {string} dataset
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.dataset = "";

            /**
             * BeginTask objective.
             * @member {zscl.v1.Objective.$Properties|null|undefined} objective
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.objective = null;

            /**
             * BeginTask teacher_slot.
             * @member {string} teacher_slot
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.teacher_slot = "";

            /**
             * BeginTask anchor_slot.
             * @member {string} anchor_slot
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.anchor_slot = "";

            /**
             * BeginTask reference_images.
             * @member {zscl.v1.ImageSource.$Properties|null|undefined} reference_images
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.reference_images = null;

            /**
             * BeginTask reference_texts.
             * @member {zscl.v1.TextSource.$Properties|null|undefined} reference_texts
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.reference_texts = null;

            /**
             * BeginTask optimiser.
             * @member {zscl.v1.Optimiser.$Properties|null|undefined} optimiser
             * @memberof zscl.v1.BeginTask
             * @instance
             */
            BeginTask.prototype.optimiser = null;

            /**
             * Encodes the specified BeginTask message. Does not implicitly {@link zscl.v1.BeginTask.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.BeginTask
             * @static
             * @param {zscl.v1.BeginTask.$Properties} message BeginTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BeginTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.task != null && $Object.hasOwnProperty.call(message, "task") && message.task !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.task);
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset") && message.dataset !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.dataset);
                if (message.objective != null && $Object.hasOwnProperty.call(message, "objective"))
                    $root.zscl.v1.Objective.encode(message.objective, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.teacher_slot != null && $Object.hasOwnProperty.call(message, "teacher_slot") && message.teacher_slot !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.teacher_slot);
                if (message.anchor_slot != null && $Object.hasOwnProperty.call(message, "anchor_slot") && message.anchor_slot !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.anchor_slot);
                if (message.reference_images != null && $Object.hasOwnProperty.call(message, "reference_images"))
                    $root.zscl.v1.ImageSource.encode(message.reference_images, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.reference_texts != null && $Object.hasOwnProperty.call(message, "reference_texts"))
                    $root.zscl.v1.TextSource.encode(message.reference_texts, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.optimiser != null && $Object.hasOwnProperty.call(message, "optimiser"))
                    $root.zscl.v1.Optimiser.encode(message.optimiser, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BeginTask message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.BeginTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.BeginTask & zscl.v1.BeginTask.$Shape} BeginTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BeginTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.BeginTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.task = value;
                            else
                                delete message.task;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dataset = value;
                            else
                                delete message.dataset;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.objective = $root.zscl.v1.Objective.decode(reader, reader.size(), $undefined, _depth + 1, message.objective);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.teacher_slot = value;
                            else
                                delete message.teacher_slot;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.anchor_slot = value;
                            else
                                delete message.anchor_slot;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.reference_images = $root.zscl.v1.ImageSource.decode(reader, reader.size(), $undefined, _depth + 1, message.reference_images);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.reference_texts = $root.zscl.v1.TextSource.decode(reader, reader.size(), $undefined, _depth + 1, message.reference_texts);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.optimiser = $root.zscl.v1.Optimiser.decode(reader, reader.size(), $undefined, _depth + 1, message.optimiser);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a BeginTask message.
             * @function verify
             * @memberof zscl.v1.BeginTask
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            BeginTask.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    if (!$util.isInteger(message.task))
                        return "task: integer expected";
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                    if (!$util.isString(message.dataset))
                        return "dataset: string expected";
                if (message.objective != null && $Object.hasOwnProperty.call(message, "objective")) {
                    let error = $root.zscl.v1.Objective.verify(message.objective, _depth + 1);
                    if (error)
                        return "objective." + error;
                }
                if (message.teacher_slot != null && $Object.hasOwnProperty.call(message, "teacher_slot"))
                    if (!$util.isString(message.teacher_slot))
                        return "teacher_slot: string expected";
                if (message.anchor_slot != null && $Object.hasOwnProperty.call(message, "anchor_slot"))
                    if (!$util.isString(message.anchor_slot))
                        return "anchor_slot: string expected";
                if (message.reference_images != null && $Object.hasOwnProperty.call(message, "reference_images")) {
                    let error = $root.zscl.v1.ImageSource.verify(message.reference_images, _depth + 1);
                    if (error)
                        return "reference_images." + error;
                }
                if (message.reference_texts != null && $Object.hasOwnProperty.call(message, "reference_texts")) {
                    let error = $root.zscl.v1.TextSource.verify(message.reference_texts, _depth + 1);
                    if (error)
                        return "reference_texts." + error;
                }
                if (message.optimiser != null && $Object.hasOwnProperty.call(message, "optimiser")) {
                    let error = $root.zscl.v1.Optimiser.verify(message.optimiser, _depth + 1);
                    if (error)
                        return "optimiser." + error;
                }
                return null;
            };

            /**
             * Creates a BeginTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.BeginTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.BeginTask} BeginTask
             */
            BeginTask.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.BeginTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.BeginTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.BeginTask();
                if (object.task != null)
                    if ($Number(object.task) !== 0)
                        message.task = object.task >>> 0;
                if (object.dataset != null)
                    if (typeof object.dataset !== "string" || object.dataset.length)
                        message.dataset = $String(object.dataset);
                if (object.objective != null) {
                    if (!$util.isObject(object.objective))
                        throw $TypeError(".zscl.v1.BeginTask.objective: object expected");
                    message.objective = $root.zscl.v1.Objective.fromObject(object.objective, _depth + 1);
                }
                if (object.teacher_slot != null)
                    if (typeof object.teacher_slot !== "string" || object.teacher_slot.length)
                        message.teacher_slot = $String(object.teacher_slot);
                if (object.anchor_slot != null)
                    if (typeof object.anchor_slot !== "string" || object.anchor_slot.length)
                        message.anchor_slot = $String(object.anchor_slot);
                if (object.reference_images != null) {
                    if (!$util.isObject(object.reference_images))
                        throw $TypeError(".zscl.v1.BeginTask.reference_images: object expected");
                    message.reference_images = $root.zscl.v1.ImageSource.fromObject(object.reference_images, _depth + 1);
                }
                if (object.reference_texts != null) {
                    if (!$util.isObject(object.reference_texts))
                        throw $TypeError(".zscl.v1.BeginTask.reference_texts: object expected");
                    message.reference_texts = $root.zscl.v1.TextSource.fromObject(object.reference_texts, _depth + 1);
                }
                if (object.optimiser != null) {
                    if (!$util.isObject(object.optimiser))
                        throw $TypeError(".zscl.v1.BeginTask.optimiser: object expected");
                    message.optimiser = $root.zscl.v1.Optimiser.fromObject(object.optimiser, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a BeginTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.BeginTask
             * @static
             * @param {zscl.v1.BeginTask} message BeginTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            BeginTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.task = 0;
                    object.dataset = "";
                    object.objective = null;
                    object.teacher_slot = "";
                    object.anchor_slot = "";
                    object.reference_images = null;
                    object.reference_texts = null;
                    object.optimiser = null;
                }
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    object.task = message.task;
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                    object.dataset = message.dataset;
                if (message.objective != null && $Object.hasOwnProperty.call(message, "objective"))
                    object.objective = $root.zscl.v1.Objective.toObject(message.objective, options, _depth + 1);
                if (message.teacher_slot != null && $Object.hasOwnProperty.call(message, "teacher_slot"))
                    object.teacher_slot = message.teacher_slot;
                if (message.anchor_slot != null && $Object.hasOwnProperty.call(message, "anchor_slot"))
                    object.anchor_slot = message.anchor_slot;
                if (message.reference_images != null && $Object.hasOwnProperty.call(message, "reference_images"))
                    object.reference_images = $root.zscl.v1.ImageSource.toObject(message.reference_images, options, _depth + 1);
                if (message.reference_texts != null && $Object.hasOwnProperty.call(message, "reference_texts"))
                    object.reference_texts = $root.zscl.v1.TextSource.toObject(message.reference_texts, options, _depth + 1);
                if (message.optimiser != null && $Object.hasOwnProperty.call(message, "optimiser"))
                    object.optimiser = $root.zscl.v1.Optimiser.toObject(message.optimiser, options, _depth + 1);
                return object;
            };

            /**
             * Converts this BeginTask to JSON.
             * @function toJSON
             * @memberof zscl.v1.BeginTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            BeginTask.prototype.toJSON = function() {
                return BeginTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            return BeginTask;
        })();

        v1.Objective = (function() {

            /**
             * Properties of an Objective.
             * @typedef {Object} zscl.v1.Objective.$Properties
             * @property {number|null} [label_smoothing] Objective label_smoothing
             * @property {number|null} [temperature] Objective temperature
             * @property {string|null} [direction] Objective direction
             * @property {string|null} [text_term] Objective text_term
             * @property {number|null} [text_sample] Objective text_sample
             * @property {string|null} [consolidation] Objective consolidation
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Objective.
             * @memberof zscl.v1
             * @interface IObjective
             * @augments zscl.v1.Objective.$Properties
             * @deprecated Use zscl.v1.Objective.$Properties instead.
             */

            /**
             * Shape of an Objective.
             * @typedef {zscl.v1.Objective.$Properties} zscl.v1.Objective.$Shape
             */

            /**
             * Constructs a new Objective.
             * @memberof zscl.v1
             * @classdesc Represents an Objective.
             * @constructor
             * @param {zscl.v1.Objective.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Objective = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Objective label_smoothing.
             * @member {number} label_smoothing
             * @memberof zscl.v1.Objective
             * @instance
             */
            Objective.prototype.label_smoothing = 0;

            /**
             * Objective temperature.
             * @member {number} temperature
             * @memberof zscl.v1.Objective
             * @instance
             */
            Objective.prototype.temperature = 0;

            /**
             * Objective direction.
             * @member {string} direction
             * @memberof zscl.v1.Objective
             * @instance
             */
            Objective.prototype.direction = "";

            /**
             * Objective text_term.
             * @member {string} text_term
             * @memberof zscl.v1.Objective
             * @instance
             */
            Objective.prototype.text_term = "";

            /**
             * Objective text_sample.
             * @member {number} text_sample
             * @memberof zscl.v1.Objective
             * @instance
             */
            Objective.prototype.text_sample = 0;

            /**
             * Objective consolidation.
             * @member {string} consolidation
             * @memberof zscl.v1.Objective
             * @instance
             */
            Objective.prototype.consolidation = "";

            /**
             * Encodes the specified Objective message. Does not implicitly {@link zscl.v1.Objective.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Objective
             * @static
             * @param {zscl.v1.Objective.$Properties} message Objective message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Objective.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.label_smoothing != null && $Object.hasOwnProperty.call(message, "label_smoothing") && !$Object.is(message.label_smoothing, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.label_smoothing);
                if (message.temperature != null && $Object.hasOwnProperty.call(message, "temperature") && !$Object.is(message.temperature, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.temperature);
                if (message.direction != null && $Object.hasOwnProperty.call(message, "direction") && message.direction !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.direction);
                if (message.text_term != null && $Object.hasOwnProperty.call(message, "text_term") && message.text_term !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.text_term);
                if (message.text_sample != null && $Object.hasOwnProperty.call(message, "text_sample") && message.text_sample !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.text_sample);
                if (message.consolidation != null && $Object.hasOwnProperty.call(message, "consolidation") && message.consolidation !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.consolidation);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Objective message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Objective
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Objective & zscl.v1.Objective.$Shape} Objective
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Objective.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Objective();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.label_smoothing = value;
                            else
                                delete message.label_smoothing;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.temperature = value;
                            else
                                delete message.temperature;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.direction = value;
                            else
                                delete message.direction;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text_term = value;
                            else
                                delete message.text_term;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.text_sample = value;
                            else
                                delete message.text_sample;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.consolidation = value;
                            else
                                delete message.consolidation;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Objective message.
             * @function verify
             * @memberof zscl.v1.Objective
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Objective.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.label_smoothing != null && $Object.hasOwnProperty.call(message, "label_smoothing"))
                    if (typeof message.label_smoothing !== "number")
                        return "label_smoothing: number expected";
                if (message.temperature != null && $Object.hasOwnProperty.call(message, "temperature"))
                    if (typeof message.temperature !== "number")
                        return "temperature: number expected";
                if (message.direction != null && $Object.hasOwnProperty.call(message, "direction"))
                    if (!$util.isString(message.direction))
                        return "direction: string expected";
                if (message.text_term != null && $Object.hasOwnProperty.call(message, "text_term"))
                    if (!$util.isString(message.text_term))
                        return "text_term: string expected";
                if (message.text_sample != null && $Object.hasOwnProperty.call(message, "text_sample"))
                    if (!$util.isInteger(message.text_sample))
                        return "text_sample: integer expected";
                if (message.consolidation != null && $Object.hasOwnProperty.call(message, "consolidation"))
                    if (!$util.isString(message.consolidation))
                        return "consolidation: string expected";
                return null;
            };

            /**
             * Creates an Objective message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Objective
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Objective} Objective
             */
            Objective.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Objective)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Objective: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Objective();
                if (object.label_smoothing != null)
                    if (!$Object.is($Number(object.label_smoothing), 0))
                        message.label_smoothing = $Number(object.label_smoothing);
                if (object.temperature != null)
                    if (!$Object.is($Number(object.temperature), 0))
                        message.temperature = $Number(object.temperature);
                if (object.direction != null)
                    if (typeof object.direction !== "string" || object.direction.length)
                        message.direction = $String(object.direction);
                if (object.text_term != null)
                    if (typeof object.text_term !== "string" || object.text_term.length)
                        message.text_term = $String(object.text_term);
                if (object.text_sample != null)
                    if ($Number(object.text_sample) !== 0)
                        message.text_sample = object.text_sample >>> 0;
                if (object.consolidation != null)
                    if (typeof object.consolidation !== "string" || object.consolidation.length)
                        message.consolidation = $String(object.consolidation);
                return message;
            };

            /**
             * Creates a plain object from an Objective message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Objective
             * @static
             * @param {zscl.v1.Objective} message Objective
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Objective.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.label_smoothing = 0;
                    object.temperature = 0;
                    object.direction = "";
                    object.text_term = "";
                    object.text_sample = 0;
                    object.consolidation = "";
                }
                if (message.label_smoothing != null && $Object.hasOwnProperty.call(message, "label_smoothing"))
                    object.label_smoothing = options.json && !$isFinite(message.label_smoothing) ? $String(message.label_smoothing) : message.label_smoothing;
                if (message.temperature != null && $Object.hasOwnProperty.call(message, "temperature"))
                    object.temperature = options.json && !$isFinite(message.temperature) ? $String(message.temperature) : message.temperature;
                if (message.direction != null && $Object.hasOwnProperty.call(message, "direction"))
                    object.direction = message.direction;
                if (message.text_term != null && $Object.hasOwnProperty.call(message, "text_term"))
                    object.text_term = message.text_term;
                if (message.text_sample != null && $Object.hasOwnProperty.call(message, "text_sample"))
                    object.text_sample = message.text_sample;
                if (message.consolidation != null && $Object.hasOwnProperty.call(message, "consolidation"))
                    object.consolidation = message.consolidation;
                return object;
            };

            /**
             * Converts this Objective to JSON.
             * @function toJSON
             * @memberof zscl.v1.Objective
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Objective.prototype.toJSON = function() {
                return Objective.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Objective;
        })();

        v1.Optimiser = (function() {

            /**
             * Properties of an Optimiser.
             * @typedef {Object} zscl.v1.Optimiser.$Properties
             * @property {number|null} [beta1] Optimiser beta1
             * @property {number|null} [beta2] Optimiser beta2
             * @property {number|null} [epsilon] Optimiser epsilon
             * @property {number|null} [weight_decay] Optimiser weight_decay
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Optimiser.
             * @memberof zscl.v1
             * @interface IOptimiser
             * @augments zscl.v1.Optimiser.$Properties
             * @deprecated Use zscl.v1.Optimiser.$Properties instead.
             */

            /**
             * Shape of an Optimiser.
             * @typedef {zscl.v1.Optimiser.$Properties} zscl.v1.Optimiser.$Shape
             */

            /**
             * Constructs a new Optimiser.
             * @memberof zscl.v1
             * @classdesc Represents an Optimiser.
             * @constructor
             * @param {zscl.v1.Optimiser.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Optimiser = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Optimiser beta1.
             * @member {number} beta1
             * @memberof zscl.v1.Optimiser
             * @instance
             */
            Optimiser.prototype.beta1 = 0;

            /**
             * Optimiser beta2.
             * @member {number} beta2
             * @memberof zscl.v1.Optimiser
             * @instance
             */
            Optimiser.prototype.beta2 = 0;

            /**
             * Optimiser epsilon.
             * @member {number} epsilon
             * @memberof zscl.v1.Optimiser
             * @instance
             */
            Optimiser.prototype.epsilon = 0;

            /**
             * Optimiser weight_decay.
             * @member {number} weight_decay
             * @memberof zscl.v1.Optimiser
             * @instance
             */
            Optimiser.prototype.weight_decay = 0;

            /**
             * Encodes the specified Optimiser message. Does not implicitly {@link zscl.v1.Optimiser.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Optimiser
             * @static
             * @param {zscl.v1.Optimiser.$Properties} message Optimiser message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Optimiser.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.beta1 != null && $Object.hasOwnProperty.call(message, "beta1") && !$Object.is(message.beta1, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.beta1);
                if (message.beta2 != null && $Object.hasOwnProperty.call(message, "beta2") && !$Object.is(message.beta2, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.beta2);
                if (message.epsilon != null && $Object.hasOwnProperty.call(message, "epsilon") && !$Object.is(message.epsilon, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.epsilon);
                if (message.weight_decay != null && $Object.hasOwnProperty.call(message, "weight_decay") && !$Object.is(message.weight_decay, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.weight_decay);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Optimiser message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Optimiser
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Optimiser & zscl.v1.Optimiser.$Shape} Optimiser
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Optimiser.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Optimiser();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.beta1 = value;
                            else
                                delete message.beta1;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.beta2 = value;
                            else
                                delete message.beta2;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.epsilon = value;
                            else
                                delete message.epsilon;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.weight_decay = value;
                            else
                                delete message.weight_decay;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Optimiser message.
             * @function verify
             * @memberof zscl.v1.Optimiser
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Optimiser.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.beta1 != null && $Object.hasOwnProperty.call(message, "beta1"))
                    if (typeof message.beta1 !== "number")
                        return "beta1: number expected";
                if (message.beta2 != null && $Object.hasOwnProperty.call(message, "beta2"))
                    if (typeof message.beta2 !== "number")
                        return "beta2: number expected";
                if (message.epsilon != null && $Object.hasOwnProperty.call(message, "epsilon"))
                    if (typeof message.epsilon !== "number")
                        return "epsilon: number expected";
                if (message.weight_decay != null && $Object.hasOwnProperty.call(message, "weight_decay"))
                    if (typeof message.weight_decay !== "number")
                        return "weight_decay: number expected";
                return null;
            };

            /**
             * Creates an Optimiser message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Optimiser
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Optimiser} Optimiser
             */
            Optimiser.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Optimiser)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Optimiser: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Optimiser();
                if (object.beta1 != null)
                    if (!$Object.is($Number(object.beta1), 0))
                        message.beta1 = $Number(object.beta1);
                if (object.beta2 != null)
                    if (!$Object.is($Number(object.beta2), 0))
                        message.beta2 = $Number(object.beta2);
                if (object.epsilon != null)
                    if (!$Object.is($Number(object.epsilon), 0))
                        message.epsilon = $Number(object.epsilon);
                if (object.weight_decay != null)
                    if (!$Object.is($Number(object.weight_decay), 0))
                        message.weight_decay = $Number(object.weight_decay);
                return message;
            };

            /**
             * Creates a plain object from an Optimiser message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Optimiser
             * @static
             * @param {zscl.v1.Optimiser} message Optimiser
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Optimiser.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.beta1 = 0;
                    object.beta2 = 0;
                    object.epsilon = 0;
                    object.weight_decay = 0;
                }
                if (message.beta1 != null && $Object.hasOwnProperty.call(message, "beta1"))
                    object.beta1 = options.json && !$isFinite(message.beta1) ? $String(message.beta1) : message.beta1;
                if (message.beta2 != null && $Object.hasOwnProperty.call(message, "beta2"))
                    object.beta2 = options.json && !$isFinite(message.beta2) ? $String(message.beta2) : message.beta2;
                if (message.epsilon != null && $Object.hasOwnProperty.call(message, "epsilon"))
                    object.epsilon = options.json && !$isFinite(message.epsilon) ? $String(message.epsilon) : message.epsilon;
                if (message.weight_decay != null && $Object.hasOwnProperty.call(message, "weight_decay"))
                    object.weight_decay = options.json && !$isFinite(message.weight_decay) ? $String(message.weight_decay) : message.weight_decay;
                return object;
            };

            /**
             * Converts this Optimiser to JSON.
             * @function toJSON
             * @memberof zscl.v1.Optimiser
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Optimiser.prototype.toJSON = function() {
                return Optimiser.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Optimiser;
        })();

        v1.Train = (function() {

            /**
             * Properties of a Train.
             * @typedef {Object} zscl.v1.Train.$Properties
             * @property {number|null} [task] Train task
             * @property {number|null} [first_update] Train first_update
             * @property {Array.<number>|null} [learning_rates] Train learning_rates
             * @property {zscl.v1.LossWeights.$Properties|null} [loss_weights] Train loss_weights
             * @property {number|null} [batch_size] Train batch_size
             * @property {number|null} [reference_batch_size] Train reference_batch_size
             * @property {number|null} [micro_batch] Train micro_batch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Train.
             * @memberof zscl.v1
             * @interface ITrain
             * @augments zscl.v1.Train.$Properties
             * @deprecated Use zscl.v1.Train.$Properties instead.
             */

            /**
             * Shape of a Train.
             * @typedef {zscl.v1.Train.$Properties} zscl.v1.Train.$Shape
             */

            /**
             * Constructs a new Train.
             * @memberof zscl.v1
             * @classdesc Represents a Train.
             * @constructor
             * @param {zscl.v1.Train.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Train = function (properties) {
                this.learning_rates = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Train task.
             * @member {number} task
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.task = 0;

            /**
             * Train first_update.
             * @member {number} first_update
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.first_update = 0;

            /**
             * Train learning_rates.
             * @member {Array.<number>} learning_rates
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.learning_rates = $util.emptyArray;

            /**
             * Train loss_weights.
             * @member {zscl.v1.LossWeights.$Properties|null|undefined} loss_weights
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.loss_weights = null;

            /**
             * Train batch_size.
             * @member {number} batch_size
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.batch_size = 0;

            /**
             * Train reference_batch_size.
             * @member {number} reference_batch_size
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.reference_batch_size = 0;

            /**
             * Train micro_batch.
             * @member {number} micro_batch
             * @memberof zscl.v1.Train
             * @instance
             */
            Train.prototype.micro_batch = 0;

            /**
             * Encodes the specified Train message. Does not implicitly {@link zscl.v1.Train.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Train
             * @static
             * @param {zscl.v1.Train.$Properties} message Train message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Train.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.task != null && $Object.hasOwnProperty.call(message, "task") && message.task !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.task);
                if (message.first_update != null && $Object.hasOwnProperty.call(message, "first_update") && message.first_update !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.first_update);
                if (message.learning_rates != null && message.learning_rates.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.learning_rates);
                if (message.loss_weights != null && $Object.hasOwnProperty.call(message, "loss_weights"))
                    $root.zscl.v1.LossWeights.encode(message.loss_weights, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size") && message.batch_size !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.batch_size);
                if (message.reference_batch_size != null && $Object.hasOwnProperty.call(message, "reference_batch_size") && message.reference_batch_size !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.reference_batch_size);
                if (message.micro_batch != null && $Object.hasOwnProperty.call(message, "micro_batch") && message.micro_batch !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.micro_batch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Train message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Train
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Train & zscl.v1.Train.$Shape} Train
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Train.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Train();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.task = value;
                            else
                                delete message.task;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.first_update = value;
                            else
                                delete message.first_update;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.learning_rates && message.learning_rates.length))
                                    message.learning_rates = [];
                                reader.doubles(message.learning_rates);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.learning_rates && message.learning_rates.length))
                                message.learning_rates = [];
                            message.learning_rates.push(reader.double());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.loss_weights = $root.zscl.v1.LossWeights.decode(reader, reader.size(), $undefined, _depth + 1, message.loss_weights);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.batch_size = value;
                            else
                                delete message.batch_size;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.reference_batch_size = value;
                            else
                                delete message.reference_batch_size;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.micro_batch = value;
                            else
                                delete message.micro_batch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Train message.
             * @function verify
             * @memberof zscl.v1.Train
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Train.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    if (!$util.isInteger(message.task))
                        return "task: integer expected";
                if (message.first_update != null && $Object.hasOwnProperty.call(message, "first_update"))
                    if (!$util.isInteger(message.first_update))
                        return "first_update: integer expected";
                if (message.learning_rates != null && $Object.hasOwnProperty.call(message, "learning_rates")) {
                    if (!$Array.isArray(message.learning_rates))
                        return "learning_rates: array expected";
                    for (let i = 0; i < message.learning_rates.length; ++i)
                        if (typeof message.learning_rates[i] !== "number")
                            return "learning_rates: number[] expected";
                }
                if (message.loss_weights != null && $Object.hasOwnProperty.call(message, "loss_weights")) {
                    let error = $root.zscl.v1.LossWeights.verify(message.loss_weights, _depth + 1);
                    if (error)
                        return "loss_weights." + error;
                }
                if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                    if (!$util.isInteger(message.batch_size))
                        return "batch_size: integer expected";
                if (message.reference_batch_size != null && $Object.hasOwnProperty.call(message, "reference_batch_size"))
                    if (!$util.isInteger(message.reference_batch_size))
                        return "reference_batch_size: integer expected";
                if (message.micro_batch != null && $Object.hasOwnProperty.call(message, "micro_batch"))
                    if (!$util.isInteger(message.micro_batch))
                        return "micro_batch: integer expected";
                return null;
            };

            /**
             * Creates a Train message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Train
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Train} Train
             */
            Train.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Train)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Train: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Train();
                if (object.task != null)
                    if ($Number(object.task) !== 0)
                        message.task = object.task >>> 0;
                if (object.first_update != null)
                    if ($Number(object.first_update) !== 0)
                        message.first_update = object.first_update >>> 0;
                if (object.learning_rates) {
                    if (!$Array.isArray(object.learning_rates))
                        throw $TypeError(".zscl.v1.Train.learning_rates: array expected");
                    message.learning_rates = $Array(object.learning_rates.length);
                    for (let i = 0; i < object.learning_rates.length; ++i)
                        message.learning_rates[i] = $Number(object.learning_rates[i]);
                }
                if (object.loss_weights != null) {
                    if (!$util.isObject(object.loss_weights))
                        throw $TypeError(".zscl.v1.Train.loss_weights: object expected");
                    message.loss_weights = $root.zscl.v1.LossWeights.fromObject(object.loss_weights, _depth + 1);
                }
                if (object.batch_size != null)
                    if ($Number(object.batch_size) !== 0)
                        message.batch_size = object.batch_size >>> 0;
                if (object.reference_batch_size != null)
                    if ($Number(object.reference_batch_size) !== 0)
                        message.reference_batch_size = object.reference_batch_size >>> 0;
                if (object.micro_batch != null)
                    if ($Number(object.micro_batch) !== 0)
                        message.micro_batch = object.micro_batch >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Train message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Train
             * @static
             * @param {zscl.v1.Train} message Train
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Train.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.learning_rates = [];
                if (options.defaults) {
                    object.task = 0;
                    object.first_update = 0;
                    object.loss_weights = null;
                    object.batch_size = 0;
                    object.reference_batch_size = 0;
                    object.micro_batch = 0;
                }
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    object.task = message.task;
                if (message.first_update != null && $Object.hasOwnProperty.call(message, "first_update"))
                    object.first_update = message.first_update;
                if (message.learning_rates && message.learning_rates.length) {
                    object.learning_rates = $Array(message.learning_rates.length);
                    for (let j = 0; j < message.learning_rates.length; ++j)
                        object.learning_rates[j] = options.json && !$isFinite(message.learning_rates[j]) ? $String(message.learning_rates[j]) : message.learning_rates[j];
                }
                if (message.loss_weights != null && $Object.hasOwnProperty.call(message, "loss_weights"))
                    object.loss_weights = $root.zscl.v1.LossWeights.toObject(message.loss_weights, options, _depth + 1);
                if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                    object.batch_size = message.batch_size;
                if (message.reference_batch_size != null && $Object.hasOwnProperty.call(message, "reference_batch_size"))
                    object.reference_batch_size = message.reference_batch_size;
                if (message.micro_batch != null && $Object.hasOwnProperty.call(message, "micro_batch"))
                    object.micro_batch = message.micro_batch;
                return object;
            };

            /**
             * Converts this Train to JSON.
             * @function toJSON
             * @memberof zscl.v1.Train
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Train.prototype.toJSON = function() {
                return Train.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Train;
        })();

        v1.LossWeights = (function() {

            /**
             * Properties of a LossWeights.
             * @typedef {Object} zscl.v1.LossWeights.$Properties
             * @property {number|null} [ce] LossWeights ce
             * @property {number|null} [lambda_image] LossWeights lambda_image
             * @property {number|null} [lambda_text] LossWeights lambda_text
             * @property {number|null} [lambda_feature] LossWeights lambda_feature
             * @property {number|null} [lambda_image_image] LossWeights lambda_image_image
             * @property {number|null} [wc] LossWeights wc
             * @property {number|null} [lambda_alignment] LossWeights lambda_alignment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LossWeights.
             * @memberof zscl.v1
             * @interface ILossWeights
             * @augments zscl.v1.LossWeights.$Properties
             * @deprecated Use zscl.v1.LossWeights.$Properties instead.
             */

            /**
             * Shape of a LossWeights.
             * @typedef {zscl.v1.LossWeights.$Properties} zscl.v1.LossWeights.$Shape
             */

            /**
             * Constructs a new LossWeights.
             * @memberof zscl.v1
             * @classdesc Represents a LossWeights.
             * @constructor
             * @param {zscl.v1.LossWeights.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LossWeights = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LossWeights ce.
             * @member {number} ce
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.ce = 0;

            /**
             * LossWeights lambda_image.
             * @member {number} lambda_image
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.lambda_image = 0;

            /**
             * LossWeights lambda_text.
             * @member {number} lambda_text
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.lambda_text = 0;

            /**
             * LossWeights lambda_feature.
             * @member {number} lambda_feature
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.lambda_feature = 0;

            /**
             * LossWeights lambda_image_image.
             * @member {number} lambda_image_image
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.lambda_image_image = 0;

            /**
             * LossWeights wc.
             * @member {number} wc
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.wc = 0;

            /**
             * LossWeights lambda_alignment.
             * @member {number} lambda_alignment
             * @memberof zscl.v1.LossWeights
             * @instance
             */
            LossWeights.prototype.lambda_alignment = 0;

            /**
             * Encodes the specified LossWeights message. Does not implicitly {@link zscl.v1.LossWeights.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.LossWeights
             * @static
             * @param {zscl.v1.LossWeights.$Properties} message LossWeights message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LossWeights.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ce != null && $Object.hasOwnProperty.call(message, "ce") && !$Object.is(message.ce, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.ce);
                if (message.lambda_image != null && $Object.hasOwnProperty.call(message, "lambda_image") && !$Object.is(message.lambda_image, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.lambda_image);
                if (message.lambda_text != null && $Object.hasOwnProperty.call(message, "lambda_text") && !$Object.is(message.lambda_text, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.lambda_text);
                if (message.lambda_feature != null && $Object.hasOwnProperty.call(message, "lambda_feature") && !$Object.is(message.lambda_feature, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.lambda_feature);
                if (message.lambda_image_image != null && $Object.hasOwnProperty.call(message, "lambda_image_image") && !$Object.is(message.lambda_image_image, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.lambda_image_image);
                if (message.wc != null && $Object.hasOwnProperty.call(message, "wc") && !$Object.is(message.wc, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.wc);
                if (message.lambda_alignment != null && $Object.hasOwnProperty.call(message, "lambda_alignment") && !$Object.is(message.lambda_alignment, 0))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.lambda_alignment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LossWeights message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.LossWeights
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.LossWeights & zscl.v1.LossWeights.$Shape} LossWeights
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LossWeights.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.LossWeights();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ce = value;
                            else
                                delete message.ce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lambda_image = value;
                            else
                                delete message.lambda_image;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lambda_text = value;
                            else
                                delete message.lambda_text;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lambda_feature = value;
                            else
                                delete message.lambda_feature;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lambda_image_image = value;
                            else
                                delete message.lambda_image_image;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wc = value;
                            else
                                delete message.wc;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lambda_alignment = value;
                            else
                                delete message.lambda_alignment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a LossWeights message.
             * @function verify
             * @memberof zscl.v1.LossWeights
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            LossWeights.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.ce != null && $Object.hasOwnProperty.call(message, "ce"))
                    if (typeof message.ce !== "number")
                        return "ce: number expected";
                if (message.lambda_image != null && $Object.hasOwnProperty.call(message, "lambda_image"))
                    if (typeof message.lambda_image !== "number")
                        return "lambda_image: number expected";
                if (message.lambda_text != null && $Object.hasOwnProperty.call(message, "lambda_text"))
                    if (typeof message.lambda_text !== "number")
                        return "lambda_text: number expected";
                if (message.lambda_feature != null && $Object.hasOwnProperty.call(message, "lambda_feature"))
                    if (typeof message.lambda_feature !== "number")
                        return "lambda_feature: number expected";
                if (message.lambda_image_image != null && $Object.hasOwnProperty.call(message, "lambda_image_image"))
                    if (typeof message.lambda_image_image !== "number")
                        return "lambda_image_image: number expected";
                if (message.wc != null && $Object.hasOwnProperty.call(message, "wc"))
                    if (typeof message.wc !== "number")
                        return "wc: number expected";
                if (message.lambda_alignment != null && $Object.hasOwnProperty.call(message, "lambda_alignment"))
                    if (typeof message.lambda_alignment !== "number")
                        return "lambda_alignment: number expected";
                return null;
            };

            /**
             * Creates a LossWeights message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.LossWeights
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.LossWeights} LossWeights
             */
            LossWeights.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.LossWeights)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.LossWeights: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.LossWeights();
                if (object.ce != null)
                    if (!$Object.is($Number(object.ce), 0))
                        message.ce = $Number(object.ce);
                if (object.lambda_image != null)
                    if (!$Object.is($Number(object.lambda_image), 0))
                        message.lambda_image = $Number(object.lambda_image);
                if (object.lambda_text != null)
                    if (!$Object.is($Number(object.lambda_text), 0))
                        message.lambda_text = $Number(object.lambda_text);
                if (object.lambda_feature != null)
                    if (!$Object.is($Number(object.lambda_feature), 0))
                        message.lambda_feature = $Number(object.lambda_feature);
                if (object.lambda_image_image != null)
                    if (!$Object.is($Number(object.lambda_image_image), 0))
                        message.lambda_image_image = $Number(object.lambda_image_image);
                if (object.wc != null)
                    if (!$Object.is($Number(object.wc), 0))
                        message.wc = $Number(object.wc);
                if (object.lambda_alignment != null)
                    if (!$Object.is($Number(object.lambda_alignment), 0))
                        message.lambda_alignment = $Number(object.lambda_alignment);
                return message;
            };

            /**
             * Creates a plain object from a LossWeights message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.LossWeights
             * @static
             * @param {zscl.v1.LossWeights} message LossWeights
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LossWeights.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.ce = 0;
                    object.lambda_image = 0;
                    object.lambda_text = 0;
                    object.lambda_feature = 0;
                    object.lambda_image_image = 0;
                    object.wc = 0;
                    object.lambda_alignment = 0;
                }
                if (message.ce != null && $Object.hasOwnProperty.call(message, "ce"))
                    object.ce = options.json && !$isFinite(message.ce) ? $String(message.ce) : message.ce;
                if (message.lambda_image != null && $Object.hasOwnProperty.call(message, "lambda_image"))
                    object.lambda_image = options.json && !$isFinite(message.lambda_image) ? $String(message.lambda_image) : message.lambda_image;
                if (message.lambda_text != null && $Object.hasOwnProperty.call(message, "lambda_text"))
                    object.lambda_text = options.json && !$isFinite(message.lambda_text) ? $String(message.lambda_text) : message.lambda_text;
                if (message.lambda_feature != null && $Object.hasOwnProperty.call(message, "lambda_feature"))
                    object.lambda_feature = options.json && !$isFinite(message.lambda_feature) ? $String(message.lambda_feature) : message.lambda_feature;
                if (message.lambda_image_image != null && $Object.hasOwnProperty.call(message, "lambda_image_image"))
                    object.lambda_image_image = options.json && !$isFinite(message.lambda_image_image) ? $String(message.lambda_image_image) : message.lambda_image_image;
                if (message.wc != null && $Object.hasOwnProperty.call(message, "wc"))
                    object.wc = options.json && !$isFinite(message.wc) ? $String(message.wc) : message.wc;
                if (message.lambda_alignment != null && $Object.hasOwnProperty.call(message, "lambda_alignment"))
                    object.lambda_alignment = options.json && !$isFinite(message.lambda_alignment) ? $String(message.lambda_alignment) : message.lambda_alignment;
                return object;
            };

            /**
             * Converts this LossWeights to JSON.
             * @function toJSON
             * @memberof zscl.v1.LossWeights
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LossWeights.prototype.toJSON = function() {
                return LossWeights.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LossWeights;
        })();

        v1.Lerp = (function() {

            /**
             * Properties of a Lerp.
             * @typedef {Object} zscl.v1.Lerp.$Properties
             * @property {string|null} [slot] Lerp slot
             * @property {string|null} [towards] Lerp towards
             * @property {number|null} [fraction] Lerp fraction
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Lerp.
             * @memberof zscl.v1
             * @interface ILerp
             * @augments zscl.v1.Lerp.$Properties
             * @deprecated Use zscl.v1.Lerp.$Properties instead.
             */

            /**
             * Shape of a Lerp.
             * @typedef {zscl.v1.Lerp.$Properties} zscl.v1.Lerp.$Shape
             */

            /**
             * Constructs a new Lerp.
             * @memberof zscl.v1
             * @classdesc Represents a Lerp.
             * @constructor
             * @param {zscl.v1.Lerp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Lerp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Lerp slot.
             * @member {string} slot
             * @memberof zscl.v1.Lerp
             * @instance
             */
            Lerp.prototype.slot = "";

            /**
             * Lerp towards.
             * @member {string} towards
             * @memberof zscl.v1.Lerp
             * @instance
             */
            Lerp.prototype.towards = "";

            /**
             * Lerp fraction.
             * @member {number} fraction
             * @memberof zscl.v1.Lerp
             * @instance
             */
            Lerp.prototype.fraction = 0;

            /**
             * Encodes the specified Lerp message. Does not implicitly {@link zscl.v1.Lerp.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Lerp
             * @static
             * @param {zscl.v1.Lerp.$Properties} message Lerp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Lerp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.slot);
                if (message.towards != null && $Object.hasOwnProperty.call(message, "towards") && message.towards !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.towards);
                if (message.fraction != null && $Object.hasOwnProperty.call(message, "fraction") && !$Object.is(message.fraction, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.fraction);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Lerp message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Lerp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Lerp & zscl.v1.Lerp.$Shape} Lerp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Lerp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Lerp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.towards = value;
                            else
                                delete message.towards;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.fraction = value;
                            else
                                delete message.fraction;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Lerp message.
             * @function verify
             * @memberof zscl.v1.Lerp
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Lerp.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.towards != null && $Object.hasOwnProperty.call(message, "towards"))
                    if (!$util.isString(message.towards))
                        return "towards: string expected";
                if (message.fraction != null && $Object.hasOwnProperty.call(message, "fraction"))
                    if (typeof message.fraction !== "number")
                        return "fraction: number expected";
                return null;
            };

            /**
             * Creates a Lerp message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Lerp
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Lerp} Lerp
             */
            Lerp.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Lerp)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Lerp: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Lerp();
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.towards != null)
                    if (typeof object.towards !== "string" || object.towards.length)
                        message.towards = $String(object.towards);
                if (object.fraction != null)
                    if (!$Object.is($Number(object.fraction), 0))
                        message.fraction = $Number(object.fraction);
                return message;
            };

            /**
             * Creates a plain object from a Lerp message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Lerp
             * @static
             * @param {zscl.v1.Lerp} message Lerp
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Lerp.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.slot = "";
                    object.towards = "";
                    object.fraction = 0;
                }
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.towards != null && $Object.hasOwnProperty.call(message, "towards"))
                    object.towards = message.towards;
                if (message.fraction != null && $Object.hasOwnProperty.call(message, "fraction"))
                    object.fraction = options.json && !$isFinite(message.fraction) ? $String(message.fraction) : message.fraction;
                return object;
            };

            /**
             * Converts this Lerp to JSON.
             * @function toJSON
             * @memberof zscl.v1.Lerp
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Lerp.prototype.toJSON = function() {
                return Lerp.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Lerp;
        })();

        v1.Combine = (function() {

            /**
             * Properties of a Combine.
             * @typedef {Object} zscl.v1.Combine.$Properties
             * @property {string|null} [slot] Combine slot
             * @property {Array.<zscl.v1.WeightedSlot.$Properties>|null} [terms] Combine terms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Combine.
             * @memberof zscl.v1
             * @interface ICombine
             * @augments zscl.v1.Combine.$Properties
             * @deprecated Use zscl.v1.Combine.$Properties instead.
             */

            /**
             * Shape of a Combine.
             * @typedef {zscl.v1.Combine.$Properties} zscl.v1.Combine.$Shape
             */

            /**
             * Constructs a new Combine.
             * @memberof zscl.v1
             * @classdesc Represents a Combine.
             * @constructor
             * @param {zscl.v1.Combine.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Combine = function (properties) {
                this.terms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Combine slot.
             * @member {string} slot
             * @memberof zscl.v1.Combine
             * @instance
             */
            Combine.prototype.slot = "";

            /**
             * Combine terms.
             * @member {Array.<zscl.v1.WeightedSlot.$Properties>} terms
             * @memberof zscl.v1.Combine
             * @instance
             */
            Combine.prototype.terms = $util.emptyArray;

            /**
             * Encodes the specified Combine message. Does not implicitly {@link zscl.v1.Combine.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Combine
             * @static
             * @param {zscl.v1.Combine.$Properties} message Combine message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Combine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.slot);
                if (message.terms != null && message.terms.length)
                    for (let i = 0; i < message.terms.length; ++i)
                        $root.zscl.v1.WeightedSlot.encode(message.terms[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Combine message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Combine
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Combine & zscl.v1.Combine.$Shape} Combine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Combine.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Combine();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.terms && message.terms.length))
                                message.terms = [];
                            message.terms.push($root.zscl.v1.WeightedSlot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Combine message.
             * @function verify
             * @memberof zscl.v1.Combine
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Combine.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.terms != null && $Object.hasOwnProperty.call(message, "terms")) {
                    if (!$Array.isArray(message.terms))
                        return "terms: array expected";
                    for (let i = 0; i < message.terms.length; ++i) {
                        let error = $root.zscl.v1.WeightedSlot.verify(message.terms[i], _depth + 1);
                        if (error)
                            return "terms." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a Combine message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Combine
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Combine} Combine
             */
            Combine.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Combine)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Combine: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Combine();
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.terms) {
                    if (!$Array.isArray(object.terms))
                        throw $TypeError(".zscl.v1.Combine.terms: array expected");
                    message.terms = $Array(object.terms.length);
                    for (let i = 0; i < object.terms.length; ++i) {
                        if (!$util.isObject(object.terms[i]))
                            throw $TypeError(".zscl.v1.Combine.terms: object expected");
                        message.terms[i] = $root.zscl.v1.WeightedSlot.fromObject(object.terms[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Combine message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Combine
             * @static
             * @param {zscl.v1.Combine} message Combine
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Combine.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.terms = [];
                if (options.defaults)
                    object.slot = "";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.terms && message.terms.length) {
                    object.terms = $Array(message.terms.length);
                    for (let j = 0; j < message.terms.length; ++j)
                        object.terms[j] = $root.zscl.v1.WeightedSlot.toObject(message.terms[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Combine to JSON.
             * @function toJSON
             * @memberof zscl.v1.Combine
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Combine.prototype.toJSON = function() {
                return Combine.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Combine;
        })();

        v1.WeightedSlot = (function() {

            /**
             * Properties of a WeightedSlot.
             * @typedef {Object} zscl.v1.WeightedSlot.$Properties
             * @property {string|null} [slot] WeightedSlot slot
             * @property {number|null} [weight] WeightedSlot weight
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WeightedSlot.
             * @memberof zscl.v1
             * @interface IWeightedSlot
             * @augments zscl.v1.WeightedSlot.$Properties
             * @deprecated Use zscl.v1.WeightedSlot.$Properties instead.
             */

            /**
             * Shape of a WeightedSlot.
             * @typedef {zscl.v1.WeightedSlot.$Properties} zscl.v1.WeightedSlot.$Shape
             */

            /**
             * Constructs a new WeightedSlot.
             * @memberof zscl.v1
             * @classdesc Represents a WeightedSlot.
             * @constructor
             * @param {zscl.v1.WeightedSlot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WeightedSlot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WeightedSlot slot.
             * @member {string} slot
             * @memberof zscl.v1.WeightedSlot
             * @instance
             */
            WeightedSlot.prototype.slot = "";

            /**
             * WeightedSlot weight.
             * @member {number} weight
             * @memberof zscl.v1.WeightedSlot
             * @instance
             */
            WeightedSlot.prototype.weight = 0;

            /**
             * Encodes the specified WeightedSlot message. Does not implicitly {@link zscl.v1.WeightedSlot.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.WeightedSlot
             * @static
             * @param {zscl.v1.WeightedSlot.$Properties} message WeightedSlot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WeightedSlot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.slot);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && !$Object.is(message.weight, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.weight);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WeightedSlot message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.WeightedSlot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.WeightedSlot & zscl.v1.WeightedSlot.$Shape} WeightedSlot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WeightedSlot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.WeightedSlot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.weight = value;
                            else
                                delete message.weight;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a WeightedSlot message.
             * @function verify
             * @memberof zscl.v1.WeightedSlot
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            WeightedSlot.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    if (typeof message.weight !== "number")
                        return "weight: number expected";
                return null;
            };

            /**
             * Creates a WeightedSlot message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.WeightedSlot
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.WeightedSlot} WeightedSlot
             */
            WeightedSlot.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.WeightedSlot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.WeightedSlot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.WeightedSlot();
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.weight != null)
                    if (!$Object.is($Number(object.weight), 0))
                        message.weight = $Number(object.weight);
                return message;
            };

            /**
             * Creates a plain object from a WeightedSlot message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.WeightedSlot
             * @static
             * @param {zscl.v1.WeightedSlot} message WeightedSlot
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            WeightedSlot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.slot = "";
                    object.weight = 0;
                }
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    object.weight = options.json && !$isFinite(message.weight) ? $String(message.weight) : message.weight;
                return object;
            };

            /**
             * Converts this WeightedSlot to JSON.
             * @function toJSON
             * @memberof zscl.v1.WeightedSlot
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            WeightedSlot.prototype.toJSON = function() {
                return WeightedSlot.toObject(this, $protobuf.util.toJSONOptions);
            };

            return WeightedSlot;
        })();

        v1.Drop = (function() {

            /**
             * Properties of a Drop.
             * @typedef {Object} zscl.v1.Drop.$Properties
             * @property {Array.<string>|null} [slots] Drop slots
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Drop.
             * @memberof zscl.v1
             * @interface IDrop
             * @augments zscl.v1.Drop.$Properties
             * @deprecated Use zscl.v1.Drop.$Properties instead.
             */

            /**
             * Shape of a Drop.
             * @typedef {zscl.v1.Drop.$Properties} zscl.v1.Drop.$Shape
             */

            /**
             * Constructs a new Drop.
             * @memberof zscl.v1
             * @classdesc Represents a Drop.
             * @constructor
             * @param {zscl.v1.Drop.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Drop = function (properties) {
                this.slots = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Drop slots.
             * @member {Array.<string>} slots
             * @memberof zscl.v1.Drop
             * @instance
             */
            Drop.prototype.slots = $util.emptyArray;

            /**
             * Encodes the specified Drop message. Does not implicitly {@link zscl.v1.Drop.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Drop
             * @static
             * @param {zscl.v1.Drop.$Properties} message Drop message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Drop.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slots != null && message.slots.length)
                    for (let i = 0; i < message.slots.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.slots[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Drop message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Drop
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Drop & zscl.v1.Drop.$Shape} Drop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Drop.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Drop();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            message.slots.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Drop message.
             * @function verify
             * @memberof zscl.v1.Drop
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Drop.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slots != null && $Object.hasOwnProperty.call(message, "slots")) {
                    if (!$Array.isArray(message.slots))
                        return "slots: array expected";
                    for (let i = 0; i < message.slots.length; ++i)
                        if (!$util.isString(message.slots[i]))
                            return "slots: string[] expected";
                }
                return null;
            };

            /**
             * Creates a Drop message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Drop
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Drop} Drop
             */
            Drop.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Drop)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Drop: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Drop();
                if (object.slots) {
                    if (!$Array.isArray(object.slots))
                        throw $TypeError(".zscl.v1.Drop.slots: array expected");
                    message.slots = $Array(object.slots.length);
                    for (let i = 0; i < object.slots.length; ++i)
                        message.slots[i] = $String(object.slots[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a Drop message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Drop
             * @static
             * @param {zscl.v1.Drop} message Drop
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Drop.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.slots = [];
                if (message.slots && message.slots.length) {
                    object.slots = $Array(message.slots.length);
                    for (let j = 0; j < message.slots.length; ++j)
                        object.slots[j] = message.slots[j];
                }
                return object;
            };

            /**
             * Converts this Drop to JSON.
             * @function toJSON
             * @memberof zscl.v1.Drop
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Drop.prototype.toJSON = function() {
                return Drop.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Drop;
        })();

        v1.Evaluate = (function() {

            /**
             * Properties of an Evaluate.
             * @typedef {Object} zscl.v1.Evaluate.$Properties
             * @property {string|null} [slot] Evaluate slot
             * @property {string|null} [dataset] Evaluate dataset
             * @property {number|null} [batch_size] Evaluate batch_size
             * @property {zscl.v1.EvaluationPart.$Properties|null} [part] Evaluate part
             * @property {Array.<string>|null} [among] Evaluate among
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Evaluate.
             * @memberof zscl.v1
             * @interface IEvaluate
             * @augments zscl.v1.Evaluate.$Properties
             * @deprecated Use zscl.v1.Evaluate.$Properties instead.
             */

            /**
             * Shape of an Evaluate.
             * @typedef {zscl.v1.Evaluate.$Properties} zscl.v1.Evaluate.$Shape
             */

            /**
             * Constructs a new Evaluate.
             * @memberof zscl.v1
             * @classdesc Represents an Evaluate.
             * @constructor
             * @param {zscl.v1.Evaluate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Evaluate = function (properties) {
                this.among = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Evaluate slot.
             * @member {string} slot
             * @memberof zscl.v1.Evaluate
             * @instance
             */
            Evaluate.prototype.slot = "";

            /**
             * Evaluate dataset.
             * @member {string} dataset
             * @memberof zscl.v1.Evaluate
             * @instance
             */
            Evaluate.prototype.dataset = "";

            /**
             * Evaluate batch_size.
             * @member {number} batch_size
             * @memberof zscl.v1.Evaluate
             * @instance
             */
            Evaluate.prototype.batch_size = 0;

            /**
             * Evaluate part.
             * @member {zscl.v1.EvaluationPart.$Properties|null|undefined} part
             * @memberof zscl.v1.Evaluate
             * @instance
             */
            Evaluate.prototype.part = null;

            /**
             * Evaluate among.
             * @member {Array.<string>} among
             * @memberof zscl.v1.Evaluate
             * @instance
             */
            Evaluate.prototype.among = $util.emptyArray;

            /**
             * Encodes the specified Evaluate message. Does not implicitly {@link zscl.v1.Evaluate.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Evaluate
             * @static
             * @param {zscl.v1.Evaluate.$Properties} message Evaluate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Evaluate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.slot);
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset") && message.dataset !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.dataset);
                if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size") && message.batch_size !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.batch_size);
                if (message.part != null && $Object.hasOwnProperty.call(message, "part"))
                    $root.zscl.v1.EvaluationPart.encode(message.part, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.among != null && message.among.length)
                    for (let i = 0; i < message.among.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.among[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Evaluate message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Evaluate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Evaluate & zscl.v1.Evaluate.$Shape} Evaluate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Evaluate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Evaluate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dataset = value;
                            else
                                delete message.dataset;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.batch_size = value;
                            else
                                delete message.batch_size;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.part = $root.zscl.v1.EvaluationPart.decode(reader, reader.size(), $undefined, _depth + 1, message.part);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.among && message.among.length))
                                message.among = [];
                            message.among.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Evaluate message.
             * @function verify
             * @memberof zscl.v1.Evaluate
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Evaluate.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                    if (!$util.isString(message.dataset))
                        return "dataset: string expected";
                if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                    if (!$util.isInteger(message.batch_size))
                        return "batch_size: integer expected";
                if (message.part != null && $Object.hasOwnProperty.call(message, "part")) {
                    let error = $root.zscl.v1.EvaluationPart.verify(message.part, _depth + 1);
                    if (error)
                        return "part." + error;
                }
                if (message.among != null && $Object.hasOwnProperty.call(message, "among")) {
                    if (!$Array.isArray(message.among))
                        return "among: array expected";
                    for (let i = 0; i < message.among.length; ++i)
                        if (!$util.isString(message.among[i]))
                            return "among: string[] expected";
                }
                return null;
            };

            /**
             * Creates an Evaluate message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Evaluate
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Evaluate} Evaluate
             */
            Evaluate.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Evaluate)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Evaluate: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Evaluate();
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.dataset != null)
                    if (typeof object.dataset !== "string" || object.dataset.length)
                        message.dataset = $String(object.dataset);
                if (object.batch_size != null)
                    if ($Number(object.batch_size) !== 0)
                        message.batch_size = object.batch_size >>> 0;
                if (object.part != null) {
                    if (!$util.isObject(object.part))
                        throw $TypeError(".zscl.v1.Evaluate.part: object expected");
                    message.part = $root.zscl.v1.EvaluationPart.fromObject(object.part, _depth + 1);
                }
                if (object.among) {
                    if (!$Array.isArray(object.among))
                        throw $TypeError(".zscl.v1.Evaluate.among: array expected");
                    message.among = $Array(object.among.length);
                    for (let i = 0; i < object.among.length; ++i)
                        message.among[i] = $String(object.among[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from an Evaluate message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Evaluate
             * @static
             * @param {zscl.v1.Evaluate} message Evaluate
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Evaluate.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.among = [];
                if (options.defaults) {
                    object.slot = "";
                    object.dataset = "";
                    object.batch_size = 0;
                    object.part = null;
                }
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                    object.dataset = message.dataset;
                if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                    object.batch_size = message.batch_size;
                if (message.part != null && $Object.hasOwnProperty.call(message, "part"))
                    object.part = $root.zscl.v1.EvaluationPart.toObject(message.part, options, _depth + 1);
                if (message.among && message.among.length) {
                    object.among = $Array(message.among.length);
                    for (let j = 0; j < message.among.length; ++j)
                        object.among[j] = message.among[j];
                }
                return object;
            };

            /**
             * Converts this Evaluate to JSON.
             * @function toJSON
             * @memberof zscl.v1.Evaluate
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Evaluate.prototype.toJSON = function() {
                return Evaluate.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Evaluate;
        })();

        v1.EvaluationPart = (function() {

            /**
             * Properties of an EvaluationPart.
             * @typedef {Object} zscl.v1.EvaluationPart.$Properties
             * @property {number|null} [share] EvaluationPart share
             * @property {number|null} [seed] EvaluationPart seed
             * @property {boolean|null} [selecting] EvaluationPart selecting
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluationPart.
             * @memberof zscl.v1
             * @interface IEvaluationPart
             * @augments zscl.v1.EvaluationPart.$Properties
             * @deprecated Use zscl.v1.EvaluationPart.$Properties instead.
             */

            /**
             * Shape of an EvaluationPart.
             * @typedef {zscl.v1.EvaluationPart.$Properties} zscl.v1.EvaluationPart.$Shape
             */

            /**
             * Constructs a new EvaluationPart.
             * @memberof zscl.v1
             * @classdesc Represents an EvaluationPart.
             * @constructor
             * @param {zscl.v1.EvaluationPart.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluationPart = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvaluationPart share.
             * @member {number} share
             * @memberof zscl.v1.EvaluationPart
             * @instance
             */
            EvaluationPart.prototype.share = 0;

            /**
             * EvaluationPart seed.
             * @member {number} seed
             * @memberof zscl.v1.EvaluationPart
             * @instance
             */
            EvaluationPart.prototype.seed = 0;

            /**
             * EvaluationPart selecting.
             * @member {boolean} selecting
             * @memberof zscl.v1.EvaluationPart
             * @instance
             */
            EvaluationPart.prototype.selecting = false;

            /**
             * Encodes the specified EvaluationPart message. Does not implicitly {@link zscl.v1.EvaluationPart.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.EvaluationPart
             * @static
             * @param {zscl.v1.EvaluationPart.$Properties} message EvaluationPart message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluationPart.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.share != null && $Object.hasOwnProperty.call(message, "share") && !$Object.is(message.share, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.share);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.seed);
                if (message.selecting != null && $Object.hasOwnProperty.call(message, "selecting") && message.selecting !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.selecting);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluationPart message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.EvaluationPart
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.EvaluationPart & zscl.v1.EvaluationPart.$Shape} EvaluationPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluationPart.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.EvaluationPart();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.share = value;
                            else
                                delete message.share;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.selecting = value;
                            else
                                delete message.selecting;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an EvaluationPart message.
             * @function verify
             * @memberof zscl.v1.EvaluationPart
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            EvaluationPart.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                    if (typeof message.share !== "number")
                        return "share: number expected";
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    if (!$util.isInteger(message.seed))
                        return "seed: integer expected";
                if (message.selecting != null && $Object.hasOwnProperty.call(message, "selecting"))
                    if (typeof message.selecting !== "boolean")
                        return "selecting: boolean expected";
                return null;
            };

            /**
             * Creates an EvaluationPart message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.EvaluationPart
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.EvaluationPart} EvaluationPart
             */
            EvaluationPart.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.EvaluationPart)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.EvaluationPart: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.EvaluationPart();
                if (object.share != null)
                    if (!$Object.is($Number(object.share), 0))
                        message.share = $Number(object.share);
                if (object.seed != null)
                    if ($Number(object.seed) !== 0)
                        message.seed = object.seed >>> 0;
                if (object.selecting != null)
                    if (object.selecting)
                        message.selecting = $Boolean(object.selecting);
                return message;
            };

            /**
             * Creates a plain object from an EvaluationPart message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.EvaluationPart
             * @static
             * @param {zscl.v1.EvaluationPart} message EvaluationPart
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluationPart.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.share = 0;
                    object.seed = 0;
                    object.selecting = false;
                }
                if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                    object.share = options.json && !$isFinite(message.share) ? $String(message.share) : message.share;
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    object.seed = message.seed;
                if (message.selecting != null && $Object.hasOwnProperty.call(message, "selecting"))
                    object.selecting = message.selecting;
                return object;
            };

            /**
             * Converts this EvaluationPart to JSON.
             * @function toJSON
             * @memberof zscl.v1.EvaluationPart
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluationPart.prototype.toJSON = function() {
                return EvaluationPart.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvaluationPart;
        })();

        v1.Remember = (function() {

            /**
             * Properties of a Remember.
             * @typedef {Object} zscl.v1.Remember.$Properties
             * @property {number|null} [task] Remember task
             * @property {string|null} [dataset] Remember dataset
             * @property {string|null} [slot] Remember slot
             * @property {number|null} [capacity] Remember capacity
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Remember.
             * @memberof zscl.v1
             * @interface IRemember
             * @augments zscl.v1.Remember.$Properties
             * @deprecated Use zscl.v1.Remember.$Properties instead.
             */

            /**
             * Shape of a Remember.
             * @typedef {zscl.v1.Remember.$Properties} zscl.v1.Remember.$Shape
             */

            /**
             * Constructs a new Remember.
             * @memberof zscl.v1
             * @classdesc Represents a Remember.
             * @constructor
             * @param {zscl.v1.Remember.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Remember = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Remember task.
             * @member {number} task
             * @memberof zscl.v1.Remember
             * @instance
             */
            Remember.prototype.task = 0;

            /**
             * Remember dataset.
             * @member {string} dataset
             * @memberof zscl.v1.Remember
             * @instance
             */
            Remember.prototype.dataset = "";

            /**
             * Remember slot.
             * @member {string} slot
             * @memberof zscl.v1.Remember
             * @instance
             */
            Remember.prototype.slot = "";

            /**
             * Remember capacity.
             * @member {number} capacity
             * @memberof zscl.v1.Remember
             * @instance
             */
            Remember.prototype.capacity = 0;

            /**
             * Encodes the specified Remember message. Does not implicitly {@link zscl.v1.Remember.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Remember
             * @static
             * @param {zscl.v1.Remember.$Properties} message Remember message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Remember.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.task != null && $Object.hasOwnProperty.call(message, "task") && message.task !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.task);
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset") && message.dataset !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.dataset);
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.slot);
                if (message.capacity != null && $Object.hasOwnProperty.call(message, "capacity") && message.capacity !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.capacity);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Remember message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Remember
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Remember & zscl.v1.Remember.$Shape} Remember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Remember.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Remember();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.task = value;
                            else
                                delete message.task;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dataset = value;
                            else
                                delete message.dataset;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.capacity = value;
                            else
                                delete message.capacity;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Remember message.
             * @function verify
             * @memberof zscl.v1.Remember
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Remember.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    if (!$util.isInteger(message.task))
                        return "task: integer expected";
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                    if (!$util.isString(message.dataset))
                        return "dataset: string expected";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.capacity != null && $Object.hasOwnProperty.call(message, "capacity"))
                    if (!$util.isInteger(message.capacity))
                        return "capacity: integer expected";
                return null;
            };

            /**
             * Creates a Remember message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Remember
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Remember} Remember
             */
            Remember.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Remember)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Remember: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Remember();
                if (object.task != null)
                    if ($Number(object.task) !== 0)
                        message.task = object.task >>> 0;
                if (object.dataset != null)
                    if (typeof object.dataset !== "string" || object.dataset.length)
                        message.dataset = $String(object.dataset);
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.capacity != null)
                    if ($Number(object.capacity) !== 0)
                        message.capacity = object.capacity >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Remember message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Remember
             * @static
             * @param {zscl.v1.Remember} message Remember
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Remember.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.task = 0;
                    object.dataset = "";
                    object.slot = "";
                    object.capacity = 0;
                }
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    object.task = message.task;
                if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                    object.dataset = message.dataset;
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.capacity != null && $Object.hasOwnProperty.call(message, "capacity"))
                    object.capacity = message.capacity;
                return object;
            };

            /**
             * Converts this Remember to JSON.
             * @function toJSON
             * @memberof zscl.v1.Remember
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Remember.prototype.toJSON = function() {
                return Remember.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Remember;
        })();

        v1.Save = (function() {

            /**
             * Properties of a Save.
             * @typedef {Object} zscl.v1.Save.$Properties
             * @property {string|null} [folder] Save folder
             * @property {Array.<string>|null} [slots] Save slots
             * @property {boolean|null} [optimiser] Save optimiser
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Save.
             * @memberof zscl.v1
             * @interface ISave
             * @augments zscl.v1.Save.$Properties
             * @deprecated Use zscl.v1.Save.$Properties instead.
             */

            /**
             * Shape of a Save.
             * @typedef {zscl.v1.Save.$Properties} zscl.v1.Save.$Shape
             */

            /**
             * Constructs a new Save.
             * @memberof zscl.v1
             * @classdesc Represents a Save.
             * @constructor
             * @param {zscl.v1.Save.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Save = function (properties) {
                this.slots = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Save folder.
             * @member {string} folder
             * @memberof zscl.v1.Save
             * @instance
             */
            Save.prototype.folder = "";

            /**
             * Save slots.
             * @member {Array.<string>} slots
             * @memberof zscl.v1.Save
             * @instance
             */
            Save.prototype.slots = $util.emptyArray;

            /**
             * Save optimiser.
             * @member {boolean} optimiser
             * @memberof zscl.v1.Save
             * @instance
             */
            Save.prototype.optimiser = false;

            /**
             * Encodes the specified Save message. Does not implicitly {@link zscl.v1.Save.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Save
             * @static
             * @param {zscl.v1.Save.$Properties} message Save message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Save.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder") && message.folder !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.folder);
                if (message.slots != null && message.slots.length)
                    for (let i = 0; i < message.slots.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.slots[i]);
                if (message.optimiser != null && $Object.hasOwnProperty.call(message, "optimiser") && message.optimiser !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.optimiser);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Save message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Save
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Save & zscl.v1.Save.$Shape} Save
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Save.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Save();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.folder = value;
                            else
                                delete message.folder;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            message.slots.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.optimiser = value;
                            else
                                delete message.optimiser;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Save message.
             * @function verify
             * @memberof zscl.v1.Save
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Save.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder"))
                    if (!$util.isString(message.folder))
                        return "folder: string expected";
                if (message.slots != null && $Object.hasOwnProperty.call(message, "slots")) {
                    if (!$Array.isArray(message.slots))
                        return "slots: array expected";
                    for (let i = 0; i < message.slots.length; ++i)
                        if (!$util.isString(message.slots[i]))
                            return "slots: string[] expected";
                }
                if (message.optimiser != null && $Object.hasOwnProperty.call(message, "optimiser"))
                    if (typeof message.optimiser !== "boolean")
                        return "optimiser: boolean expected";
                return null;
            };

            /**
             * Creates a Save message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Save
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Save} Save
             */
            Save.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Save)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Save: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Save();
                if (object.folder != null)
                    if (typeof object.folder !== "string" || object.folder.length)
                        message.folder = $String(object.folder);
                if (object.slots) {
                    if (!$Array.isArray(object.slots))
                        throw $TypeError(".zscl.v1.Save.slots: array expected");
                    message.slots = $Array(object.slots.length);
                    for (let i = 0; i < object.slots.length; ++i)
                        message.slots[i] = $String(object.slots[i]);
                }
                if (object.optimiser != null)
                    if (object.optimiser)
                        message.optimiser = $Boolean(object.optimiser);
                return message;
            };

            /**
             * Creates a plain object from a Save message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Save
             * @static
             * @param {zscl.v1.Save} message Save
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Save.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.slots = [];
                if (options.defaults) {
                    object.folder = "";
                    object.optimiser = false;
                }
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder"))
                    object.folder = message.folder;
                if (message.slots && message.slots.length) {
                    object.slots = $Array(message.slots.length);
                    for (let j = 0; j < message.slots.length; ++j)
                        object.slots[j] = message.slots[j];
                }
                if (message.optimiser != null && $Object.hasOwnProperty.call(message, "optimiser"))
                    object.optimiser = message.optimiser;
                return object;
            };

            /**
             * Converts this Save to JSON.
             * @function toJSON
             * @memberof zscl.v1.Save
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Save.prototype.toJSON = function() {
                return Save.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Save;
        })();

        v1.Restore = (function() {

            /**
             * Properties of a Restore.
             * @typedef {Object} zscl.v1.Restore.$Properties
             * @property {string|null} [folder] Restore folder
             * @property {Array.<zscl.v1.SavedFile.$Properties>|null} [files] Restore files
             * @property {zscl.v1.BeginTask.$Properties|null} [task] Restore task
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Restore.
             * @memberof zscl.v1
             * @interface IRestore
             * @augments zscl.v1.Restore.$Properties
             * @deprecated Use zscl.v1.Restore.$Properties instead.
             */

            /**
             * Shape of a Restore.
             * @typedef {zscl.v1.Restore.$Properties} zscl.v1.Restore.$Shape
             */

            /**
             * Constructs a new Restore.
             * @memberof zscl.v1
             * @classdesc Represents a Restore.
             * @constructor
             * @param {zscl.v1.Restore.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Restore = function (properties) {
                this.files = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Restore folder.
             * @member {string} folder
             * @memberof zscl.v1.Restore
             * @instance
             */
            Restore.prototype.folder = "";

            /**
             * Restore files.
             * @member {Array.<zscl.v1.SavedFile.$Properties>} files
             * @memberof zscl.v1.Restore
             * @instance
             */
            Restore.prototype.files = $util.emptyArray;

            /**
             * Restore task.
             * @member {zscl.v1.BeginTask.$Properties|null|undefined} task
             * @memberof zscl.v1.Restore
             * @instance
             */
            Restore.prototype.task = null;

            /**
             * Encodes the specified Restore message. Does not implicitly {@link zscl.v1.Restore.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Restore
             * @static
             * @param {zscl.v1.Restore.$Properties} message Restore message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Restore.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder") && message.folder !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.folder);
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        $root.zscl.v1.SavedFile.encode(message.files[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    $root.zscl.v1.BeginTask.encode(message.task, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Restore message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Restore
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Restore & zscl.v1.Restore.$Shape} Restore
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Restore.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Restore();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.folder = value;
                            else
                                delete message.folder;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push($root.zscl.v1.SavedFile.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.task = $root.zscl.v1.BeginTask.decode(reader, reader.size(), $undefined, _depth + 1, message.task);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Restore message.
             * @function verify
             * @memberof zscl.v1.Restore
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Restore.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder"))
                    if (!$util.isString(message.folder))
                        return "folder: string expected";
                if (message.files != null && $Object.hasOwnProperty.call(message, "files")) {
                    if (!$Array.isArray(message.files))
                        return "files: array expected";
                    for (let i = 0; i < message.files.length; ++i) {
                        let error = $root.zscl.v1.SavedFile.verify(message.files[i], _depth + 1);
                        if (error)
                            return "files." + error;
                    }
                }
                if (message.task != null && $Object.hasOwnProperty.call(message, "task")) {
                    let error = $root.zscl.v1.BeginTask.verify(message.task, _depth + 1);
                    if (error)
                        return "task." + error;
                }
                return null;
            };

            /**
             * Creates a Restore message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Restore
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Restore} Restore
             */
            Restore.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Restore)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Restore: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Restore();
                if (object.folder != null)
                    if (typeof object.folder !== "string" || object.folder.length)
                        message.folder = $String(object.folder);
                if (object.files) {
                    if (!$Array.isArray(object.files))
                        throw $TypeError(".zscl.v1.Restore.files: array expected");
                    message.files = $Array(object.files.length);
                    for (let i = 0; i < object.files.length; ++i) {
                        if (!$util.isObject(object.files[i]))
                            throw $TypeError(".zscl.v1.Restore.files: object expected");
                        message.files[i] = $root.zscl.v1.SavedFile.fromObject(object.files[i], _depth + 1);
                    }
                }
                if (object.task != null) {
                    if (!$util.isObject(object.task))
                        throw $TypeError(".zscl.v1.Restore.task: object expected");
                    message.task = $root.zscl.v1.BeginTask.fromObject(object.task, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Restore message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Restore
             * @static
             * @param {zscl.v1.Restore} message Restore
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Restore.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.files = [];
                if (options.defaults) {
                    object.folder = "";
                    object.task = null;
                }
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder"))
                    object.folder = message.folder;
                if (message.files && message.files.length) {
                    object.files = $Array(message.files.length);
                    for (let j = 0; j < message.files.length; ++j)
                        object.files[j] = $root.zscl.v1.SavedFile.toObject(message.files[j], options, _depth + 1);
                }
                if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
                    object.task = $root.zscl.v1.BeginTask.toObject(message.task, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Restore to JSON.
             * @function toJSON
             * @memberof zscl.v1.Restore
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Restore.prototype.toJSON = function() {
                return Restore.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Restore;
        })();

        v1.Load = (function() {

            /**
             * Properties of a Load.
             * @typedef {Object} zscl.v1.Load.$Properties
             * @property {string|null} [slot] Load slot
             * @property {zscl.v1.ModelSpec.$Properties|null} [model] Load model
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Load.
             * @memberof zscl.v1
             * @interface ILoad
             * @augments zscl.v1.Load.$Properties
             * @deprecated Use zscl.v1.Load.$Properties instead.
             */

            /**
             * Shape of a Load.
             * @typedef {zscl.v1.Load.$Properties} zscl.v1.Load.$Shape
             */

            /**
             * Constructs a new Load.
             * @memberof zscl.v1
             * @classdesc Represents a Load.
             * @constructor
             * @param {zscl.v1.Load.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Load = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Load slot.
             * @member {string} slot
             * @memberof zscl.v1.Load
             * @instance
             */
            Load.prototype.slot = "";

            /**
             * Load model.
             * @member {zscl.v1.ModelSpec.$Properties|null|undefined} model
             * @memberof zscl.v1.Load
             * @instance
             */
            Load.prototype.model = null;

            /**
             * Encodes the specified Load message. Does not implicitly {@link zscl.v1.Load.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Load
             * @static
             * @param {zscl.v1.Load.$Properties} message Load message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Load.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.slot);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    $root.zscl.v1.ModelSpec.encode(message.model, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Load message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Load
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Load & zscl.v1.Load.$Shape} Load
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Load.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Load();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.model = $root.zscl.v1.ModelSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.model);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Load message.
             * @function verify
             * @memberof zscl.v1.Load
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Load.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.model != null && $Object.hasOwnProperty.call(message, "model")) {
                    let error = $root.zscl.v1.ModelSpec.verify(message.model, _depth + 1);
                    if (error)
                        return "model." + error;
                }
                return null;
            };

            /**
             * Creates a Load message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Load
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Load} Load
             */
            Load.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Load)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Load: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Load();
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.model != null) {
                    if (!$util.isObject(object.model))
                        throw $TypeError(".zscl.v1.Load.model: object expected");
                    message.model = $root.zscl.v1.ModelSpec.fromObject(object.model, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Load message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Load
             * @static
             * @param {zscl.v1.Load} message Load
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Load.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.slot = "";
                    object.model = null;
                }
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = $root.zscl.v1.ModelSpec.toObject(message.model, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Load to JSON.
             * @function toJSON
             * @memberof zscl.v1.Load
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Load.prototype.toJSON = function() {
                return Load.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Load;
        })();

        v1.Export = (function() {

            /**
             * Properties of an Export.
             * @typedef {Object} zscl.v1.Export.$Properties
             * @property {string|null} [slot] Export slot
             * @property {string|null} [folder] Export folder
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Export.
             * @memberof zscl.v1
             * @interface IExport
             * @augments zscl.v1.Export.$Properties
             * @deprecated Use zscl.v1.Export.$Properties instead.
             */

            /**
             * Shape of an Export.
             * @typedef {zscl.v1.Export.$Properties} zscl.v1.Export.$Shape
             */

            /**
             * Constructs a new Export.
             * @memberof zscl.v1
             * @classdesc Represents an Export.
             * @constructor
             * @param {zscl.v1.Export.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Export = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Export slot.
             * @member {string} slot
             * @memberof zscl.v1.Export
             * @instance
             */
            Export.prototype.slot = "";

            /**
             * Export folder.
             * @member {string} folder
             * @memberof zscl.v1.Export
             * @instance
             */
            Export.prototype.folder = "";

            /**
             * Encodes the specified Export message. Does not implicitly {@link zscl.v1.Export.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Export
             * @static
             * @param {zscl.v1.Export.$Properties} message Export message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Export.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.slot);
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder") && message.folder !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.folder);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Export message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Export
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Export & zscl.v1.Export.$Shape} Export
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Export.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Export();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.folder = value;
                            else
                                delete message.folder;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Export message.
             * @function verify
             * @memberof zscl.v1.Export
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Export.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder"))
                    if (!$util.isString(message.folder))
                        return "folder: string expected";
                return null;
            };

            /**
             * Creates an Export message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Export
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Export} Export
             */
            Export.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Export)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Export: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Export();
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                if (object.folder != null)
                    if (typeof object.folder !== "string" || object.folder.length)
                        message.folder = $String(object.folder);
                return message;
            };

            /**
             * Creates a plain object from an Export message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Export
             * @static
             * @param {zscl.v1.Export} message Export
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Export.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.slot = "";
                    object.folder = "";
                }
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                if (message.folder != null && $Object.hasOwnProperty.call(message, "folder"))
                    object.folder = message.folder;
                return object;
            };

            /**
             * Converts this Export to JSON.
             * @function toJSON
             * @memberof zscl.v1.Export
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Export.prototype.toJSON = function() {
                return Export.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Export;
        })();

        v1.Report = (function() {

            /**
             * Properties of a Report.
             * @typedef {Object} zscl.v1.Report.$Properties
             * @property {number|null} [epoch] Report epoch
             * @property {number|null} [sequence] Report sequence
             * @property {number|null} [seconds] Report seconds
             * @property {number|null} [memory_mib] Report memory_mib
             * @property {number|null} [device_memory_mib] Report device_memory_mib
             * @property {zscl.v1.Done.$Properties|null} [done] Report done
             * @property {zscl.v1.SetUpDone.$Properties|null} [set_up_done] Report set_up_done
             * @property {zscl.v1.TrainDone.$Properties|null} [train_done] Report train_done
             * @property {zscl.v1.EvaluateDone.$Properties|null} [evaluate_done] Report evaluate_done
             * @property {zscl.v1.SaveDone.$Properties|null} [save_done] Report save_done
             * @property {zscl.v1.Cancelled.$Properties|null} [cancelled] Report cancelled
             * @property {zscl.v1.Failure.$Properties|null} [failure] Report failure
             * @property {zscl.v1.BeginTaskDone.$Properties|null} [begin_task_done] Report begin_task_done
             * @property {"done"|"set_up_done"|"train_done"|"evaluate_done"|"save_done"|"cancelled"|"failure"|"begin_task_done"} [outcome] Report outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Report.
             * @memberof zscl.v1
             * @interface IReport
             * @augments zscl.v1.Report.$Properties
             * @deprecated Use zscl.v1.Report.$Properties instead.
             */

            /**
             * Narrowed shape of a Report.
             * @typedef {{
             *   epoch?: number|null;
             *   sequence?: number|null;
             *   seconds?: number|null;
             *   memory_mib?: number|null;
             *   device_memory_mib?: number|null;
             *   done?: zscl.v1.Done.$Shape|null;
             *   set_up_done?: zscl.v1.SetUpDone.$Shape|null;
             *   train_done?: zscl.v1.TrainDone.$Shape|null;
             *   evaluate_done?: zscl.v1.EvaluateDone.$Shape|null;
             *   save_done?: zscl.v1.SaveDone.$Shape|null;
             *   cancelled?: zscl.v1.Cancelled.$Shape|null;
             *   failure?: zscl.v1.Failure.$Shape|null;
             *   begin_task_done?: zscl.v1.BeginTaskDone.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "done"; done: zscl.v1.Done.$Shape; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "set_up_done"; done?: null; set_up_done: zscl.v1.SetUpDone.$Shape; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "train_done"; done?: null; set_up_done?: null; train_done: zscl.v1.TrainDone.$Shape; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "evaluate_done"; done?: null; set_up_done?: null; train_done?: null; evaluate_done: zscl.v1.EvaluateDone.$Shape; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "save_done"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done: zscl.v1.SaveDone.$Shape; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "cancelled"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled: zscl.v1.Cancelled.$Shape; failure?: null; begin_task_done?: null }|{ outcome?: "failure"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure: zscl.v1.Failure.$Shape; begin_task_done?: null }|{ outcome?: "begin_task_done"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done: zscl.v1.BeginTaskDone.$Shape })
             * )} zscl.v1.Report.$Shape
             */

            /**
             * Constructs a new Report.
             * @memberof zscl.v1
             * @classdesc Represents a Report.
             * @constructor
             * @param {zscl.v1.Report.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Report = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Report epoch.
             * @member {number} epoch
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.epoch = 0;

            /**
             * Report sequence.
             * @member {number} sequence
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.sequence = 0;

            /**
             * Report seconds.
             * @member {number} seconds
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.seconds = 0;

            /**
             * Report memory_mib.
             * @member {number} memory_mib
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.memory_mib = 0;

            /**
             * Report device_memory_mib.
             * @member {number} device_memory_mib
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.device_memory_mib = 0;

            /**
             * Report done.
             * @member {zscl.v1.Done.$Properties|null|undefined} done
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.done = null;

            /**
             * Report set_up_done.
             * @member {zscl.v1.SetUpDone.$Properties|null|undefined} set_up_done
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.set_up_done = null;

            /**
             * Report train_done.
             * @member {zscl.v1.TrainDone.$Properties|null|undefined} train_done
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.train_done = null;

            /**
             * Report evaluate_done.
             * @member {zscl.v1.EvaluateDone.$Properties|null|undefined} evaluate_done
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.evaluate_done = null;

            /**
             * Report save_done.
             * @member {zscl.v1.SaveDone.$Properties|null|undefined} save_done
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.save_done = null;

            /**
             * Report cancelled.
             * @member {zscl.v1.Cancelled.$Properties|null|undefined} cancelled
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.cancelled = null;

            /**
             * Report failure.
             * @member {zscl.v1.Failure.$Properties|null|undefined} failure
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.failure = null;

            /**
             * Report begin_task_done.
             * @member {zscl.v1.BeginTaskDone.$Properties|null|undefined} begin_task_done
             * @memberof zscl.v1.Report
             * @instance
             */
            Report.prototype.begin_task_done = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Report outcome.
             * @member {"done"|"set_up_done"|"train_done"|"evaluate_done"|"save_done"|"cancelled"|"failure"|"begin_task_done"|undefined} outcome
             * @memberof zscl.v1.Report
             * @instance
             */
            $Object.defineProperty(Report.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["done", "set_up_done", "train_done", "evaluate_done", "save_done", "cancelled", "failure", "begin_task_done"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Report message. Does not implicitly {@link zscl.v1.Report.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Report
             * @static
             * @param {zscl.v1.Report.$Properties} message Report message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Report.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sequence);
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && !$Object.is(message.seconds, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.seconds);
                if (message.memory_mib != null && $Object.hasOwnProperty.call(message, "memory_mib") && !$Object.is(message.memory_mib, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.memory_mib);
                if (message.device_memory_mib != null && $Object.hasOwnProperty.call(message, "device_memory_mib") && !$Object.is(message.device_memory_mib, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.device_memory_mib);
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    $root.zscl.v1.Done.encode(message.done, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.set_up_done != null && $Object.hasOwnProperty.call(message, "set_up_done"))
                    $root.zscl.v1.SetUpDone.encode(message.set_up_done, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.train_done != null && $Object.hasOwnProperty.call(message, "train_done"))
                    $root.zscl.v1.TrainDone.encode(message.train_done, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.evaluate_done != null && $Object.hasOwnProperty.call(message, "evaluate_done"))
                    $root.zscl.v1.EvaluateDone.encode(message.evaluate_done, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.save_done != null && $Object.hasOwnProperty.call(message, "save_done"))
                    $root.zscl.v1.SaveDone.encode(message.save_done, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.cancelled != null && $Object.hasOwnProperty.call(message, "cancelled"))
                    $root.zscl.v1.Cancelled.encode(message.cancelled, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.failure != null && $Object.hasOwnProperty.call(message, "failure"))
                    $root.zscl.v1.Failure.encode(message.failure, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.begin_task_done != null && $Object.hasOwnProperty.call(message, "begin_task_done"))
                    $root.zscl.v1.BeginTaskDone.encode(message.begin_task_done, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Report
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Report & zscl.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Report.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Report();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.memory_mib = value;
                            else
                                delete message.memory_mib;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.device_memory_mib = value;
                            else
                                delete message.device_memory_mib;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.done = $root.zscl.v1.Done.decode(reader, reader.size(), $undefined, _depth + 1, message.done);
                            message.outcome = "done";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.set_up_done = $root.zscl.v1.SetUpDone.decode(reader, reader.size(), $undefined, _depth + 1, message.set_up_done);
                            message.outcome = "set_up_done";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.train_done = $root.zscl.v1.TrainDone.decode(reader, reader.size(), $undefined, _depth + 1, message.train_done);
                            message.outcome = "train_done";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.evaluate_done = $root.zscl.v1.EvaluateDone.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluate_done);
                            message.outcome = "evaluate_done";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.save_done = $root.zscl.v1.SaveDone.decode(reader, reader.size(), $undefined, _depth + 1, message.save_done);
                            message.outcome = "save_done";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.cancelled = $root.zscl.v1.Cancelled.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelled);
                            message.outcome = "cancelled";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.failure = $root.zscl.v1.Failure.decode(reader, reader.size(), $undefined, _depth + 1, message.failure);
                            message.outcome = "failure";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.begin_task_done = $root.zscl.v1.BeginTaskDone.decode(reader, reader.size(), $undefined, _depth + 1, message.begin_task_done);
                            message.outcome = "begin_task_done";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Report message.
             * @function verify
             * @memberof zscl.v1.Report
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Report.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    if (!$util.isInteger(message.epoch))
                        return "epoch: integer expected";
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    if (!$util.isInteger(message.sequence))
                        return "sequence: integer expected";
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    if (typeof message.seconds !== "number")
                        return "seconds: number expected";
                if (message.memory_mib != null && $Object.hasOwnProperty.call(message, "memory_mib"))
                    if (typeof message.memory_mib !== "number")
                        return "memory_mib: number expected";
                if (message.device_memory_mib != null && $Object.hasOwnProperty.call(message, "device_memory_mib"))
                    if (typeof message.device_memory_mib !== "number")
                        return "device_memory_mib: number expected";
                if (message.done != null && $Object.hasOwnProperty.call(message, "done")) {
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.Done.verify(message.done, _depth + 1);
                        if (error)
                            return "done." + error;
                    }
                }
                if (message.set_up_done != null && $Object.hasOwnProperty.call(message, "set_up_done")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.SetUpDone.verify(message.set_up_done, _depth + 1);
                        if (error)
                            return "set_up_done." + error;
                    }
                }
                if (message.train_done != null && $Object.hasOwnProperty.call(message, "train_done")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.TrainDone.verify(message.train_done, _depth + 1);
                        if (error)
                            return "train_done." + error;
                    }
                }
                if (message.evaluate_done != null && $Object.hasOwnProperty.call(message, "evaluate_done")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.EvaluateDone.verify(message.evaluate_done, _depth + 1);
                        if (error)
                            return "evaluate_done." + error;
                    }
                }
                if (message.save_done != null && $Object.hasOwnProperty.call(message, "save_done")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.SaveDone.verify(message.save_done, _depth + 1);
                        if (error)
                            return "save_done." + error;
                    }
                }
                if (message.cancelled != null && $Object.hasOwnProperty.call(message, "cancelled")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.Cancelled.verify(message.cancelled, _depth + 1);
                        if (error)
                            return "cancelled." + error;
                    }
                }
                if (message.failure != null && $Object.hasOwnProperty.call(message, "failure")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.Failure.verify(message.failure, _depth + 1);
                        if (error)
                            return "failure." + error;
                    }
                }
                if (message.begin_task_done != null && $Object.hasOwnProperty.call(message, "begin_task_done")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.zscl.v1.BeginTaskDone.verify(message.begin_task_done, _depth + 1);
                        if (error)
                            return "begin_task_done." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a Report message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Report
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Report} Report
             */
            Report.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Report)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Report: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Report();
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                if (object.sequence != null)
                    if ($Number(object.sequence) !== 0)
                        message.sequence = object.sequence >>> 0;
                if (object.seconds != null)
                    if (!$Object.is($Number(object.seconds), 0))
                        message.seconds = $Number(object.seconds);
                if (object.memory_mib != null)
                    if (!$Object.is($Number(object.memory_mib), 0))
                        message.memory_mib = $Number(object.memory_mib);
                if (object.device_memory_mib != null)
                    if (!$Object.is($Number(object.device_memory_mib), 0))
                        message.device_memory_mib = $Number(object.device_memory_mib);
                if (object.done != null) {
                    if (!$util.isObject(object.done))
                        throw $TypeError(".zscl.v1.Report.done: object expected");
                    message.done = $root.zscl.v1.Done.fromObject(object.done, _depth + 1);
                }
                if (object.set_up_done != null) {
                    if (!$util.isObject(object.set_up_done))
                        throw $TypeError(".zscl.v1.Report.set_up_done: object expected");
                    message.set_up_done = $root.zscl.v1.SetUpDone.fromObject(object.set_up_done, _depth + 1);
                }
                if (object.train_done != null) {
                    if (!$util.isObject(object.train_done))
                        throw $TypeError(".zscl.v1.Report.train_done: object expected");
                    message.train_done = $root.zscl.v1.TrainDone.fromObject(object.train_done, _depth + 1);
                }
                if (object.evaluate_done != null) {
                    if (!$util.isObject(object.evaluate_done))
                        throw $TypeError(".zscl.v1.Report.evaluate_done: object expected");
                    message.evaluate_done = $root.zscl.v1.EvaluateDone.fromObject(object.evaluate_done, _depth + 1);
                }
                if (object.save_done != null) {
                    if (!$util.isObject(object.save_done))
                        throw $TypeError(".zscl.v1.Report.save_done: object expected");
                    message.save_done = $root.zscl.v1.SaveDone.fromObject(object.save_done, _depth + 1);
                }
                if (object.cancelled != null) {
                    if (!$util.isObject(object.cancelled))
                        throw $TypeError(".zscl.v1.Report.cancelled: object expected");
                    message.cancelled = $root.zscl.v1.Cancelled.fromObject(object.cancelled, _depth + 1);
                }
                if (object.failure != null) {
                    if (!$util.isObject(object.failure))
                        throw $TypeError(".zscl.v1.Report.failure: object expected");
                    message.failure = $root.zscl.v1.Failure.fromObject(object.failure, _depth + 1);
                }
                if (object.begin_task_done != null) {
                    if (!$util.isObject(object.begin_task_done))
                        throw $TypeError(".zscl.v1.Report.begin_task_done: object expected");
                    message.begin_task_done = $root.zscl.v1.BeginTaskDone.fromObject(object.begin_task_done, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Report message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Report
             * @static
             * @param {zscl.v1.Report} message Report
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Report.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.epoch = 0;
                    object.sequence = 0;
                    object.seconds = 0;
                    object.memory_mib = 0;
                    object.device_memory_mib = 0;
                }
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    object.sequence = message.sequence;
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    object.seconds = options.json && !$isFinite(message.seconds) ? $String(message.seconds) : message.seconds;
                if (message.memory_mib != null && $Object.hasOwnProperty.call(message, "memory_mib"))
                    object.memory_mib = options.json && !$isFinite(message.memory_mib) ? $String(message.memory_mib) : message.memory_mib;
                if (message.device_memory_mib != null && $Object.hasOwnProperty.call(message, "device_memory_mib"))
                    object.device_memory_mib = options.json && !$isFinite(message.device_memory_mib) ? $String(message.device_memory_mib) : message.device_memory_mib;
                if (message.done != null && $Object.hasOwnProperty.call(message, "done")) {
                    object.done = $root.zscl.v1.Done.toObject(message.done, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "done";
                }
                if (message.set_up_done != null && $Object.hasOwnProperty.call(message, "set_up_done")) {
                    object.set_up_done = $root.zscl.v1.SetUpDone.toObject(message.set_up_done, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "set_up_done";
                }
                if (message.train_done != null && $Object.hasOwnProperty.call(message, "train_done")) {
                    object.train_done = $root.zscl.v1.TrainDone.toObject(message.train_done, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "train_done";
                }
                if (message.evaluate_done != null && $Object.hasOwnProperty.call(message, "evaluate_done")) {
                    object.evaluate_done = $root.zscl.v1.EvaluateDone.toObject(message.evaluate_done, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "evaluate_done";
                }
                if (message.save_done != null && $Object.hasOwnProperty.call(message, "save_done")) {
                    object.save_done = $root.zscl.v1.SaveDone.toObject(message.save_done, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "save_done";
                }
                if (message.cancelled != null && $Object.hasOwnProperty.call(message, "cancelled")) {
                    object.cancelled = $root.zscl.v1.Cancelled.toObject(message.cancelled, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "cancelled";
                }
                if (message.failure != null && $Object.hasOwnProperty.call(message, "failure")) {
                    object.failure = $root.zscl.v1.Failure.toObject(message.failure, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "failure";
                }
                if (message.begin_task_done != null && $Object.hasOwnProperty.call(message, "begin_task_done")) {
                    object.begin_task_done = $root.zscl.v1.BeginTaskDone.toObject(message.begin_task_done, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "begin_task_done";
                }
                return object;
            };

            /**
             * Converts this Report to JSON.
             * @function toJSON
             * @memberof zscl.v1.Report
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Report.prototype.toJSON = function() {
                return Report.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Report;
        })();

        v1.Done = (function() {

            /**
             * Properties of a Done.
             * @typedef {Object} zscl.v1.Done.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Done.
             * @memberof zscl.v1
             * @interface IDone
             * @augments zscl.v1.Done.$Properties
             * @deprecated Use zscl.v1.Done.$Properties instead.
             */

            /**
             * Shape of a Done.
             * @typedef {zscl.v1.Done.$Properties} zscl.v1.Done.$Shape
             */

            /**
             * Constructs a new Done.
             * @memberof zscl.v1
             * @classdesc Represents a Done.
             * @constructor
             * @param {zscl.v1.Done.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Done = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Done message. Does not implicitly {@link zscl.v1.Done.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Done
             * @static
             * @param {zscl.v1.Done.$Properties} message Done message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Done.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Done message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Done
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Done & zscl.v1.Done.$Shape} Done
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Done.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Done();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Done message.
             * @function verify
             * @memberof zscl.v1.Done
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Done.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            /**
             * Creates a Done message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Done
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Done} Done
             */
            Done.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Done)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Done: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.zscl.v1.Done();
            };

            /**
             * Creates a plain object from a Done message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Done
             * @static
             * @param {zscl.v1.Done} message Done
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Done.toObject = function () {
                return {};
            };

            /**
             * Converts this Done to JSON.
             * @function toJSON
             * @memberof zscl.v1.Done
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Done.prototype.toJSON = function() {
                return Done.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Done;
        })();

        v1.BeginTaskDone = (function() {

            /**
             * Properties of a BeginTaskDone.
             * @typedef {Object} zscl.v1.BeginTaskDone.$Properties
             * @property {number|null} [reference_images] BeginTaskDone reference_images
             * @property {number|null} [reference_texts] BeginTaskDone reference_texts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BeginTaskDone.
             * @memberof zscl.v1
             * @interface IBeginTaskDone
             * @augments zscl.v1.BeginTaskDone.$Properties
             * @deprecated Use zscl.v1.BeginTaskDone.$Properties instead.
             */

            /**
             * Shape of a BeginTaskDone.
             * @typedef {zscl.v1.BeginTaskDone.$Properties} zscl.v1.BeginTaskDone.$Shape
             */

            /**
             * Constructs a new BeginTaskDone.
             * @memberof zscl.v1
             * @classdesc Represents a BeginTaskDone.
             * @constructor
             * @param {zscl.v1.BeginTaskDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BeginTaskDone = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BeginTaskDone reference_images.
             * @member {number} reference_images
             * @memberof zscl.v1.BeginTaskDone
             * @instance
             */
            BeginTaskDone.prototype.reference_images = 0;

            /**
             * BeginTaskDone reference_texts.
             * @member {number} reference_texts
             * @memberof zscl.v1.BeginTaskDone
             * @instance
             */
            BeginTaskDone.prototype.reference_texts = 0;

            /**
             * Encodes the specified BeginTaskDone message. Does not implicitly {@link zscl.v1.BeginTaskDone.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.BeginTaskDone
             * @static
             * @param {zscl.v1.BeginTaskDone.$Properties} message BeginTaskDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BeginTaskDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reference_images != null && $Object.hasOwnProperty.call(message, "reference_images") && message.reference_images !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.reference_images);
                if (message.reference_texts != null && $Object.hasOwnProperty.call(message, "reference_texts") && message.reference_texts !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.reference_texts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BeginTaskDone message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.BeginTaskDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.BeginTaskDone & zscl.v1.BeginTaskDone.$Shape} BeginTaskDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BeginTaskDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.BeginTaskDone();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.reference_images = value;
                            else
                                delete message.reference_images;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.reference_texts = value;
                            else
                                delete message.reference_texts;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a BeginTaskDone message.
             * @function verify
             * @memberof zscl.v1.BeginTaskDone
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            BeginTaskDone.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.reference_images != null && $Object.hasOwnProperty.call(message, "reference_images"))
                    if (!$util.isInteger(message.reference_images))
                        return "reference_images: integer expected";
                if (message.reference_texts != null && $Object.hasOwnProperty.call(message, "reference_texts"))
                    if (!$util.isInteger(message.reference_texts))
                        return "reference_texts: integer expected";
                return null;
            };

            /**
             * Creates a BeginTaskDone message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.BeginTaskDone
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.BeginTaskDone} BeginTaskDone
             */
            BeginTaskDone.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.BeginTaskDone)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.BeginTaskDone: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.BeginTaskDone();
                if (object.reference_images != null)
                    if ($Number(object.reference_images) !== 0)
                        message.reference_images = object.reference_images >>> 0;
                if (object.reference_texts != null)
                    if ($Number(object.reference_texts) !== 0)
                        message.reference_texts = object.reference_texts >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a BeginTaskDone message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.BeginTaskDone
             * @static
             * @param {zscl.v1.BeginTaskDone} message BeginTaskDone
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            BeginTaskDone.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.reference_images = 0;
                    object.reference_texts = 0;
                }
                if (message.reference_images != null && $Object.hasOwnProperty.call(message, "reference_images"))
                    object.reference_images = message.reference_images;
                if (message.reference_texts != null && $Object.hasOwnProperty.call(message, "reference_texts"))
                    object.reference_texts = message.reference_texts;
                return object;
            };

            /**
             * Converts this BeginTaskDone to JSON.
             * @function toJSON
             * @memberof zscl.v1.BeginTaskDone
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            BeginTaskDone.prototype.toJSON = function() {
                return BeginTaskDone.toObject(this, $protobuf.util.toJSONOptions);
            };

            return BeginTaskDone;
        })();

        v1.Cancelled = (function() {

            /**
             * Properties of a Cancelled.
             * @typedef {Object} zscl.v1.Cancelled.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Cancelled.
             * @memberof zscl.v1
             * @interface ICancelled
             * @augments zscl.v1.Cancelled.$Properties
             * @deprecated Use zscl.v1.Cancelled.$Properties instead.
             */

            /**
             * Shape of a Cancelled.
             * @typedef {zscl.v1.Cancelled.$Properties} zscl.v1.Cancelled.$Shape
             */

            /**
             * Constructs a new Cancelled.
             * @memberof zscl.v1
             * @classdesc Represents a Cancelled.
             * @constructor
             * @param {zscl.v1.Cancelled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Cancelled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Cancelled message. Does not implicitly {@link zscl.v1.Cancelled.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Cancelled
             * @static
             * @param {zscl.v1.Cancelled.$Properties} message Cancelled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Cancelled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Cancelled message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Cancelled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Cancelled & zscl.v1.Cancelled.$Shape} Cancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Cancelled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Cancelled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Cancelled message.
             * @function verify
             * @memberof zscl.v1.Cancelled
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Cancelled.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            /**
             * Creates a Cancelled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Cancelled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Cancelled} Cancelled
             */
            Cancelled.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Cancelled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Cancelled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.zscl.v1.Cancelled();
            };

            /**
             * Creates a plain object from a Cancelled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Cancelled
             * @static
             * @param {zscl.v1.Cancelled} message Cancelled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Cancelled.toObject = function () {
                return {};
            };

            /**
             * Converts this Cancelled to JSON.
             * @function toJSON
             * @memberof zscl.v1.Cancelled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Cancelled.prototype.toJSON = function() {
                return Cancelled.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Cancelled;
        })();

        v1.SetUpDone = (function() {

            /**
             * Properties of a SetUpDone.
             * @typedef {Object} zscl.v1.SetUpDone.$Properties
             * @property {string|null} [device] SetUpDone device
             * @property {number|null} [threads] SetUpDone threads
             * @property {string|null} [precision] SetUpDone precision
             * @property {number|null} [parameters] SetUpDone parameters
             * @property {number|null} [parameters_trained] SetUpDone parameters_trained
             * @property {string|null} [model_digest] SetUpDone model_digest
             * @property {Array.<zscl.v1.DatasetFacts.$Properties>|null} [datasets] SetUpDone datasets
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetUpDone.
             * @memberof zscl.v1
             * @interface ISetUpDone
             * @augments zscl.v1.SetUpDone.$Properties
             * @deprecated Use zscl.v1.SetUpDone.$Properties instead.
             */

            /**
             * Shape of a SetUpDone.
             * @typedef {zscl.v1.SetUpDone.$Properties} zscl.v1.SetUpDone.$Shape
             */

            /**
             * Constructs a new SetUpDone.
             * @memberof zscl.v1
             * @classdesc Represents a SetUpDone.
             * @constructor
             * @param {zscl.v1.SetUpDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetUpDone = function (properties) {
                this.datasets = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetUpDone device.
             * @member {string} device
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.device = "";

            /**
             * SetUpDone threads.
             * @member {number} threads
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.threads = 0;

            /**
             * SetUpDone precision.
             * @member {string} precision
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.precision = "";

            /**
             * SetUpDone parameters.
             * @member {number} parameters
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.parameters = 0;

            /**
             * SetUpDone parameters_trained.
             * @member {number} parameters_trained
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.parameters_trained = 0;

            /**
             * SetUpDone model_digest.
             * @member {string} model_digest
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.model_digest = "";

            /**
             * SetUpDone datasets.
             * @member {Array.<zscl.v1.DatasetFacts.$Properties>} datasets
             * @memberof zscl.v1.SetUpDone
             * @instance
             */
            SetUpDone.prototype.datasets = $util.emptyArray;

            /**
             * Encodes the specified SetUpDone message. Does not implicitly {@link zscl.v1.SetUpDone.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.SetUpDone
             * @static
             * @param {zscl.v1.SetUpDone.$Properties} message SetUpDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetUpDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device);
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads") && message.threads !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.threads);
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision") && message.precision !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.precision);
                if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters") && message.parameters !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.parameters);
                if (message.parameters_trained != null && $Object.hasOwnProperty.call(message, "parameters_trained") && message.parameters_trained !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.parameters_trained);
                if (message.model_digest != null && $Object.hasOwnProperty.call(message, "model_digest") && message.model_digest !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.model_digest);
                if (message.datasets != null && message.datasets.length)
                    for (let i = 0; i < message.datasets.length; ++i)
                        $root.zscl.v1.DatasetFacts.encode(message.datasets[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetUpDone message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.SetUpDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.SetUpDone & zscl.v1.SetUpDone.$Shape} SetUpDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetUpDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.SetUpDone();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threads = value;
                            else
                                delete message.threads;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.precision = value;
                            else
                                delete message.precision;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.parameters = value;
                            else
                                delete message.parameters;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.parameters_trained = value;
                            else
                                delete message.parameters_trained;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model_digest = value;
                            else
                                delete message.model_digest;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.datasets && message.datasets.length))
                                message.datasets = [];
                            message.datasets.push($root.zscl.v1.DatasetFacts.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SetUpDone message.
             * @function verify
             * @memberof zscl.v1.SetUpDone
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SetUpDone.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    if (!$util.isString(message.device))
                        return "device: string expected";
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads"))
                    if (!$util.isInteger(message.threads))
                        return "threads: integer expected";
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision"))
                    if (!$util.isString(message.precision))
                        return "precision: string expected";
                if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                    if (!$util.isInteger(message.parameters))
                        return "parameters: integer expected";
                if (message.parameters_trained != null && $Object.hasOwnProperty.call(message, "parameters_trained"))
                    if (!$util.isInteger(message.parameters_trained))
                        return "parameters_trained: integer expected";
                if (message.model_digest != null && $Object.hasOwnProperty.call(message, "model_digest"))
                    if (!$util.isString(message.model_digest))
                        return "model_digest: string expected";
                if (message.datasets != null && $Object.hasOwnProperty.call(message, "datasets")) {
                    if (!$Array.isArray(message.datasets))
                        return "datasets: array expected";
                    for (let i = 0; i < message.datasets.length; ++i) {
                        let error = $root.zscl.v1.DatasetFacts.verify(message.datasets[i], _depth + 1);
                        if (error)
                            return "datasets." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a SetUpDone message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.SetUpDone
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.SetUpDone} SetUpDone
             */
            SetUpDone.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.SetUpDone)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.SetUpDone: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.SetUpDone();
                if (object.device != null)
                    if (typeof object.device !== "string" || object.device.length)
                        message.device = $String(object.device);
                if (object.threads != null)
                    if ($Number(object.threads) !== 0)
                        message.threads = object.threads >>> 0;
                if (object.precision != null)
                    if (typeof object.precision !== "string" || object.precision.length)
                        message.precision = $String(object.precision);
                if (object.parameters != null)
                    if ($Number(object.parameters) !== 0)
                        message.parameters = object.parameters >>> 0;
                if (object.parameters_trained != null)
                    if ($Number(object.parameters_trained) !== 0)
                        message.parameters_trained = object.parameters_trained >>> 0;
                if (object.model_digest != null)
                    if (typeof object.model_digest !== "string" || object.model_digest.length)
                        message.model_digest = $String(object.model_digest);
                if (object.datasets) {
                    if (!$Array.isArray(object.datasets))
                        throw $TypeError(".zscl.v1.SetUpDone.datasets: array expected");
                    message.datasets = $Array(object.datasets.length);
                    for (let i = 0; i < object.datasets.length; ++i) {
                        if (!$util.isObject(object.datasets[i]))
                            throw $TypeError(".zscl.v1.SetUpDone.datasets: object expected");
                        message.datasets[i] = $root.zscl.v1.DatasetFacts.fromObject(object.datasets[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a SetUpDone message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.SetUpDone
             * @static
             * @param {zscl.v1.SetUpDone} message SetUpDone
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SetUpDone.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.datasets = [];
                if (options.defaults) {
                    object.device = "";
                    object.threads = 0;
                    object.precision = "";
                    object.parameters = 0;
                    object.parameters_trained = 0;
                    object.model_digest = "";
                }
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    object.device = message.device;
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads"))
                    object.threads = message.threads;
                if (message.precision != null && $Object.hasOwnProperty.call(message, "precision"))
                    object.precision = message.precision;
                if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                    object.parameters = message.parameters;
                if (message.parameters_trained != null && $Object.hasOwnProperty.call(message, "parameters_trained"))
                    object.parameters_trained = message.parameters_trained;
                if (message.model_digest != null && $Object.hasOwnProperty.call(message, "model_digest"))
                    object.model_digest = message.model_digest;
                if (message.datasets && message.datasets.length) {
                    object.datasets = $Array(message.datasets.length);
                    for (let j = 0; j < message.datasets.length; ++j)
                        object.datasets[j] = $root.zscl.v1.DatasetFacts.toObject(message.datasets[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this SetUpDone to JSON.
             * @function toJSON
             * @memberof zscl.v1.SetUpDone
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SetUpDone.prototype.toJSON = function() {
                return SetUpDone.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SetUpDone;
        })();

        v1.DatasetFacts = (function() {

            /**
             * Properties of a DatasetFacts.
             * @typedef {Object} zscl.v1.DatasetFacts.$Properties
             * @property {string|null} [name] DatasetFacts name
             * @property {Array.<string>|null} [classes] DatasetFacts classes
             * @property {number|null} [train_size] DatasetFacts train_size
             * @property {number|null} [test_size] DatasetFacts test_size
             * @property {Array.<string>|null} [templates] DatasetFacts templates
             * @property {Array.<string>|null} [skipped] DatasetFacts skipped
             * @property {Array.<string>|null} [notes] DatasetFacts notes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DatasetFacts.
             * @memberof zscl.v1
             * @interface IDatasetFacts
             * @augments zscl.v1.DatasetFacts.$Properties
             * @deprecated Use zscl.v1.DatasetFacts.$Properties instead.
             */

            /**
             * Shape of a DatasetFacts.
             * @typedef {zscl.v1.DatasetFacts.$Properties} zscl.v1.DatasetFacts.$Shape
             */

            /**
             * Constructs a new DatasetFacts.
             * @memberof zscl.v1
             * @classdesc Represents a DatasetFacts.
             * @constructor
             * @param {zscl.v1.DatasetFacts.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DatasetFacts = function (properties) {
                this.classes = [];
                this.templates = [];
                this.skipped = [];
                this.notes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DatasetFacts name.
             * @member {string} name
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.name = "";

            /**
             * DatasetFacts classes.
             * @member {Array.<string>} classes
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.classes = $util.emptyArray;

            /**
             * DatasetFacts train_size.
             * @member {number} train_size
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.train_size = 0;

            /**
             * DatasetFacts test_size.
             * @member {number} test_size
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.test_size = 0;

            /**
             * DatasetFacts templates.
             * @member {Array.<string>} templates
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.templates = $util.emptyArray;

            /**
             * DatasetFacts skipped.
             * @member {Array.<string>} skipped
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.skipped = $util.emptyArray;

            /**
             * DatasetFacts notes.
             * @member {Array.<string>} notes
             * @memberof zscl.v1.DatasetFacts
             * @instance
             */
            DatasetFacts.prototype.notes = $util.emptyArray;

            /**
             * Encodes the specified DatasetFacts message. Does not implicitly {@link zscl.v1.DatasetFacts.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.DatasetFacts
             * @static
             * @param {zscl.v1.DatasetFacts.$Properties} message DatasetFacts message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DatasetFacts.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.classes != null && message.classes.length)
                    for (let i = 0; i < message.classes.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.classes[i]);
                if (message.train_size != null && $Object.hasOwnProperty.call(message, "train_size") && message.train_size !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.train_size);
                if (message.test_size != null && $Object.hasOwnProperty.call(message, "test_size") && message.test_size !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.test_size);
                if (message.templates != null && message.templates.length)
                    for (let i = 0; i < message.templates.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.templates[i]);
                if (message.skipped != null && message.skipped.length)
                    for (let i = 0; i < message.skipped.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.skipped[i]);
                if (message.notes != null && message.notes.length)
                    for (let i = 0; i < message.notes.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.notes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DatasetFacts message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.DatasetFacts
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.DatasetFacts & zscl.v1.DatasetFacts.$Shape} DatasetFacts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DatasetFacts.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.DatasetFacts();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            message.classes.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.train_size = value;
                            else
                                delete message.train_size;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.test_size = value;
                            else
                                delete message.test_size;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.templates && message.templates.length))
                                message.templates = [];
                            message.templates.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.skipped && message.skipped.length))
                                message.skipped = [];
                            message.skipped.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notes && message.notes.length))
                                message.notes = [];
                            message.notes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DatasetFacts message.
             * @function verify
             * @memberof zscl.v1.DatasetFacts
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DatasetFacts.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                    if (!$Array.isArray(message.classes))
                        return "classes: array expected";
                    for (let i = 0; i < message.classes.length; ++i)
                        if (!$util.isString(message.classes[i]))
                            return "classes: string[] expected";
                }
                if (message.train_size != null && $Object.hasOwnProperty.call(message, "train_size"))
                    if (!$util.isInteger(message.train_size))
                        return "train_size: integer expected";
                if (message.test_size != null && $Object.hasOwnProperty.call(message, "test_size"))
                    if (!$util.isInteger(message.test_size))
                        return "test_size: integer expected";
                if (message.templates != null && $Object.hasOwnProperty.call(message, "templates")) {
                    if (!$Array.isArray(message.templates))
                        return "templates: array expected";
                    for (let i = 0; i < message.templates.length; ++i)
                        if (!$util.isString(message.templates[i]))
                            return "templates: string[] expected";
                }
                if (message.skipped != null && $Object.hasOwnProperty.call(message, "skipped")) {
                    if (!$Array.isArray(message.skipped))
                        return "skipped: array expected";
                    for (let i = 0; i < message.skipped.length; ++i)
                        if (!$util.isString(message.skipped[i]))
                            return "skipped: string[] expected";
                }
                if (message.notes != null && $Object.hasOwnProperty.call(message, "notes")) {
                    if (!$Array.isArray(message.notes))
                        return "notes: array expected";
                    for (let i = 0; i < message.notes.length; ++i)
                        if (!$util.isString(message.notes[i]))
                            return "notes: string[] expected";
                }
                return null;
            };

            /**
             * Creates a DatasetFacts message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.DatasetFacts
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.DatasetFacts} DatasetFacts
             */
            DatasetFacts.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.DatasetFacts)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.DatasetFacts: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.DatasetFacts();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.classes) {
                    if (!$Array.isArray(object.classes))
                        throw $TypeError(".zscl.v1.DatasetFacts.classes: array expected");
                    message.classes = $Array(object.classes.length);
                    for (let i = 0; i < object.classes.length; ++i)
                        message.classes[i] = $String(object.classes[i]);
                }
                if (object.train_size != null)
                    if ($Number(object.train_size) !== 0)
                        message.train_size = object.train_size >>> 0;
                if (object.test_size != null)
                    if ($Number(object.test_size) !== 0)
                        message.test_size = object.test_size >>> 0;
                if (object.templates) {
                    if (!$Array.isArray(object.templates))
                        throw $TypeError(".zscl.v1.DatasetFacts.templates: array expected");
                    message.templates = $Array(object.templates.length);
                    for (let i = 0; i < object.templates.length; ++i)
                        message.templates[i] = $String(object.templates[i]);
                }
                if (object.skipped) {
                    if (!$Array.isArray(object.skipped))
                        throw $TypeError(".zscl.v1.DatasetFacts.skipped: array expected");
                    message.skipped = $Array(object.skipped.length);
                    for (let i = 0; i < object.skipped.length; ++i)
                        message.skipped[i] = $String(object.skipped[i]);
                }
                if (object.notes) {
                    if (!$Array.isArray(object.notes))
                        throw $TypeError(".zscl.v1.DatasetFacts.notes: array expected");
                    message.notes = $Array(object.notes.length);
                    for (let i = 0; i < object.notes.length; ++i)
                        message.notes[i] = $String(object.notes[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a DatasetFacts message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.DatasetFacts
             * @static
             * @param {zscl.v1.DatasetFacts} message DatasetFacts
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            DatasetFacts.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.classes = [];
                    object.templates = [];
                    object.skipped = [];
                    object.notes = [];
                }
                if (options.defaults) {
                    object.name = "";
                    object.train_size = 0;
                    object.test_size = 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.classes && message.classes.length) {
                    object.classes = $Array(message.classes.length);
                    for (let j = 0; j < message.classes.length; ++j)
                        object.classes[j] = message.classes[j];
                }
                if (message.train_size != null && $Object.hasOwnProperty.call(message, "train_size"))
                    object.train_size = message.train_size;
                if (message.test_size != null && $Object.hasOwnProperty.call(message, "test_size"))
                    object.test_size = message.test_size;
                if (message.templates && message.templates.length) {
                    object.templates = $Array(message.templates.length);
                    for (let j = 0; j < message.templates.length; ++j)
                        object.templates[j] = message.templates[j];
                }
                if (message.skipped && message.skipped.length) {
                    object.skipped = $Array(message.skipped.length);
                    for (let j = 0; j < message.skipped.length; ++j)
                        object.skipped[j] = message.skipped[j];
                }
                if (message.notes && message.notes.length) {
                    object.notes = $Array(message.notes.length);
                    for (let j = 0; j < message.notes.length; ++j)
                        object.notes[j] = message.notes[j];
                }
                return object;
            };

            /**
             * Converts this DatasetFacts to JSON.
             * @function toJSON
             * @memberof zscl.v1.DatasetFacts
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            DatasetFacts.prototype.toJSON = function() {
                return DatasetFacts.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DatasetFacts;
        })();

        v1.TrainDone = (function() {

            /**
             * Properties of a TrainDone.
             * @typedef {Object} zscl.v1.TrainDone.$Properties
             * @property {Array.<zscl.v1.LossRow.$Properties>|null} [losses] TrainDone losses
             * @property {number|null} [images] TrainDone images
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrainDone.
             * @memberof zscl.v1
             * @interface ITrainDone
             * @augments zscl.v1.TrainDone.$Properties
             * @deprecated Use zscl.v1.TrainDone.$Properties instead.
             */

            /**
             * Shape of a TrainDone.
             * @typedef {zscl.v1.TrainDone.$Properties} zscl.v1.TrainDone.$Shape
             */

            /**
             * Constructs a new TrainDone.
             * @memberof zscl.v1
             * @classdesc Represents a TrainDone.
             * @constructor
             * @param {zscl.v1.TrainDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrainDone = function (properties) {
                this.losses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrainDone losses.
             * @member {Array.<zscl.v1.LossRow.$Properties>} losses
             * @memberof zscl.v1.TrainDone
             * @instance
             */
            TrainDone.prototype.losses = $util.emptyArray;

            /**
             * TrainDone images.
             * @member {number} images
             * @memberof zscl.v1.TrainDone
             * @instance
             */
            TrainDone.prototype.images = 0;

            /**
             * Encodes the specified TrainDone message. Does not implicitly {@link zscl.v1.TrainDone.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.TrainDone
             * @static
             * @param {zscl.v1.TrainDone.$Properties} message TrainDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrainDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.losses != null && message.losses.length)
                    for (let i = 0; i < message.losses.length; ++i)
                        $root.zscl.v1.LossRow.encode(message.losses[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.images != null && $Object.hasOwnProperty.call(message, "images") && message.images !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.images);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrainDone message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.TrainDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.TrainDone & zscl.v1.TrainDone.$Shape} TrainDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrainDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.TrainDone();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.losses && message.losses.length))
                                message.losses = [];
                            message.losses.push($root.zscl.v1.LossRow.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.images = value;
                            else
                                delete message.images;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a TrainDone message.
             * @function verify
             * @memberof zscl.v1.TrainDone
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TrainDone.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.losses != null && $Object.hasOwnProperty.call(message, "losses")) {
                    if (!$Array.isArray(message.losses))
                        return "losses: array expected";
                    for (let i = 0; i < message.losses.length; ++i) {
                        let error = $root.zscl.v1.LossRow.verify(message.losses[i], _depth + 1);
                        if (error)
                            return "losses." + error;
                    }
                }
                if (message.images != null && $Object.hasOwnProperty.call(message, "images"))
                    if (!$util.isInteger(message.images))
                        return "images: integer expected";
                return null;
            };

            /**
             * Creates a TrainDone message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.TrainDone
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.TrainDone} TrainDone
             */
            TrainDone.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.TrainDone)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.TrainDone: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.TrainDone();
                if (object.losses) {
                    if (!$Array.isArray(object.losses))
                        throw $TypeError(".zscl.v1.TrainDone.losses: array expected");
                    message.losses = $Array(object.losses.length);
                    for (let i = 0; i < object.losses.length; ++i) {
                        if (!$util.isObject(object.losses[i]))
                            throw $TypeError(".zscl.v1.TrainDone.losses: object expected");
                        message.losses[i] = $root.zscl.v1.LossRow.fromObject(object.losses[i], _depth + 1);
                    }
                }
                if (object.images != null)
                    if ($Number(object.images) !== 0)
                        message.images = object.images >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a TrainDone message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.TrainDone
             * @static
             * @param {zscl.v1.TrainDone} message TrainDone
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrainDone.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.losses = [];
                if (options.defaults)
                    object.images = 0;
                if (message.losses && message.losses.length) {
                    object.losses = $Array(message.losses.length);
                    for (let j = 0; j < message.losses.length; ++j)
                        object.losses[j] = $root.zscl.v1.LossRow.toObject(message.losses[j], options, _depth + 1);
                }
                if (message.images != null && $Object.hasOwnProperty.call(message, "images"))
                    object.images = message.images;
                return object;
            };

            /**
             * Converts this TrainDone to JSON.
             * @function toJSON
             * @memberof zscl.v1.TrainDone
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrainDone.prototype.toJSON = function() {
                return TrainDone.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TrainDone;
        })();

        v1.LossRow = (function() {

            /**
             * Properties of a LossRow.
             * @typedef {Object} zscl.v1.LossRow.$Properties
             * @property {number|null} [ce] LossRow ce
             * @property {number|null} [distill_image] LossRow distill_image
             * @property {number|null} [distill_text] LossRow distill_text
             * @property {number|null} [feature] LossRow feature
             * @property {number|null} [image_image] LossRow image_image
             * @property {number|null} [wc] LossRow wc
             * @property {number|null} [total] LossRow total
             * @property {number|null} [alignment] LossRow alignment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LossRow.
             * @memberof zscl.v1
             * @interface ILossRow
             * @augments zscl.v1.LossRow.$Properties
             * @deprecated Use zscl.v1.LossRow.$Properties instead.
             */

            /**
             * Shape of a LossRow.
             * @typedef {zscl.v1.LossRow.$Properties} zscl.v1.LossRow.$Shape
             */

            /**
             * Constructs a new LossRow.
             * @memberof zscl.v1
             * @classdesc Represents a LossRow.
             * @constructor
             * @param {zscl.v1.LossRow.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LossRow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LossRow ce.
             * @member {number} ce
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.ce = 0;

            /**
             * LossRow distill_image.
             * @member {number} distill_image
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.distill_image = 0;

            /**
             * LossRow distill_text.
             * @member {number} distill_text
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.distill_text = 0;

            /**
             * LossRow feature.
             * @member {number} feature
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.feature = 0;

            /**
             * LossRow image_image.
             * @member {number} image_image
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.image_image = 0;

            /**
             * LossRow wc.
             * @member {number} wc
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.wc = 0;

            /**
             * LossRow total.
             * @member {number} total
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.total = 0;

            /**
             * LossRow alignment.
             * @member {number} alignment
             * @memberof zscl.v1.LossRow
             * @instance
             */
            LossRow.prototype.alignment = 0;

            /**
             * Encodes the specified LossRow message. Does not implicitly {@link zscl.v1.LossRow.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.LossRow
             * @static
             * @param {zscl.v1.LossRow.$Properties} message LossRow message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LossRow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ce != null && $Object.hasOwnProperty.call(message, "ce") && !$Object.is(message.ce, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.ce);
                if (message.distill_image != null && $Object.hasOwnProperty.call(message, "distill_image") && !$Object.is(message.distill_image, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.distill_image);
                if (message.distill_text != null && $Object.hasOwnProperty.call(message, "distill_text") && !$Object.is(message.distill_text, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.distill_text);
                if (message.feature != null && $Object.hasOwnProperty.call(message, "feature") && !$Object.is(message.feature, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.feature);
                if (message.image_image != null && $Object.hasOwnProperty.call(message, "image_image") && !$Object.is(message.image_image, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.image_image);
                if (message.wc != null && $Object.hasOwnProperty.call(message, "wc") && !$Object.is(message.wc, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.wc);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && !$Object.is(message.total, 0))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.total);
                if (message.alignment != null && $Object.hasOwnProperty.call(message, "alignment") && !$Object.is(message.alignment, 0))
                    writer.uint32(/* id 8, wireType 1 =*/65).double(message.alignment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LossRow message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.LossRow
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.LossRow & zscl.v1.LossRow.$Shape} LossRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LossRow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.LossRow();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ce = value;
                            else
                                delete message.ce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.distill_image = value;
                            else
                                delete message.distill_image;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.distill_text = value;
                            else
                                delete message.distill_text;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.feature = value;
                            else
                                delete message.feature;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.image_image = value;
                            else
                                delete message.image_image;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wc = value;
                            else
                                delete message.wc;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.alignment = value;
                            else
                                delete message.alignment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a LossRow message.
             * @function verify
             * @memberof zscl.v1.LossRow
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            LossRow.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.ce != null && $Object.hasOwnProperty.call(message, "ce"))
                    if (typeof message.ce !== "number")
                        return "ce: number expected";
                if (message.distill_image != null && $Object.hasOwnProperty.call(message, "distill_image"))
                    if (typeof message.distill_image !== "number")
                        return "distill_image: number expected";
                if (message.distill_text != null && $Object.hasOwnProperty.call(message, "distill_text"))
                    if (typeof message.distill_text !== "number")
                        return "distill_text: number expected";
                if (message.feature != null && $Object.hasOwnProperty.call(message, "feature"))
                    if (typeof message.feature !== "number")
                        return "feature: number expected";
                if (message.image_image != null && $Object.hasOwnProperty.call(message, "image_image"))
                    if (typeof message.image_image !== "number")
                        return "image_image: number expected";
                if (message.wc != null && $Object.hasOwnProperty.call(message, "wc"))
                    if (typeof message.wc !== "number")
                        return "wc: number expected";
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (typeof message.total !== "number")
                        return "total: number expected";
                if (message.alignment != null && $Object.hasOwnProperty.call(message, "alignment"))
                    if (typeof message.alignment !== "number")
                        return "alignment: number expected";
                return null;
            };

            /**
             * Creates a LossRow message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.LossRow
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.LossRow} LossRow
             */
            LossRow.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.LossRow)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.LossRow: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.LossRow();
                if (object.ce != null)
                    if (!$Object.is($Number(object.ce), 0))
                        message.ce = $Number(object.ce);
                if (object.distill_image != null)
                    if (!$Object.is($Number(object.distill_image), 0))
                        message.distill_image = $Number(object.distill_image);
                if (object.distill_text != null)
                    if (!$Object.is($Number(object.distill_text), 0))
                        message.distill_text = $Number(object.distill_text);
                if (object.feature != null)
                    if (!$Object.is($Number(object.feature), 0))
                        message.feature = $Number(object.feature);
                if (object.image_image != null)
                    if (!$Object.is($Number(object.image_image), 0))
                        message.image_image = $Number(object.image_image);
                if (object.wc != null)
                    if (!$Object.is($Number(object.wc), 0))
                        message.wc = $Number(object.wc);
                if (object.total != null)
                    if (!$Object.is($Number(object.total), 0))
                        message.total = $Number(object.total);
                if (object.alignment != null)
                    if (!$Object.is($Number(object.alignment), 0))
                        message.alignment = $Number(object.alignment);
                return message;
            };

            /**
             * Creates a plain object from a LossRow message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.LossRow
             * @static
             * @param {zscl.v1.LossRow} message LossRow
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LossRow.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.ce = 0;
                    object.distill_image = 0;
                    object.distill_text = 0;
                    object.feature = 0;
                    object.image_image = 0;
                    object.wc = 0;
                    object.total = 0;
                    object.alignment = 0;
                }
                if (message.ce != null && $Object.hasOwnProperty.call(message, "ce"))
                    object.ce = options.json && !$isFinite(message.ce) ? $String(message.ce) : message.ce;
                if (message.distill_image != null && $Object.hasOwnProperty.call(message, "distill_image"))
                    object.distill_image = options.json && !$isFinite(message.distill_image) ? $String(message.distill_image) : message.distill_image;
                if (message.distill_text != null && $Object.hasOwnProperty.call(message, "distill_text"))
                    object.distill_text = options.json && !$isFinite(message.distill_text) ? $String(message.distill_text) : message.distill_text;
                if (message.feature != null && $Object.hasOwnProperty.call(message, "feature"))
                    object.feature = options.json && !$isFinite(message.feature) ? $String(message.feature) : message.feature;
                if (message.image_image != null && $Object.hasOwnProperty.call(message, "image_image"))
                    object.image_image = options.json && !$isFinite(message.image_image) ? $String(message.image_image) : message.image_image;
                if (message.wc != null && $Object.hasOwnProperty.call(message, "wc"))
                    object.wc = options.json && !$isFinite(message.wc) ? $String(message.wc) : message.wc;
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    object.total = options.json && !$isFinite(message.total) ? $String(message.total) : message.total;
                if (message.alignment != null && $Object.hasOwnProperty.call(message, "alignment"))
                    object.alignment = options.json && !$isFinite(message.alignment) ? $String(message.alignment) : message.alignment;
                return object;
            };

            /**
             * Converts this LossRow to JSON.
             * @function toJSON
             * @memberof zscl.v1.LossRow
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LossRow.prototype.toJSON = function() {
                return LossRow.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LossRow;
        })();

        v1.EvaluateDone = (function() {

            /**
             * Properties of an EvaluateDone.
             * @typedef {Object} zscl.v1.EvaluateDone.$Properties
             * @property {number|null} [correct] EvaluateDone correct
             * @property {number|null} [total] EvaluateDone total
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluateDone.
             * @memberof zscl.v1
             * @interface IEvaluateDone
             * @augments zscl.v1.EvaluateDone.$Properties
             * @deprecated Use zscl.v1.EvaluateDone.$Properties instead.
             */

            /**
             * Shape of an EvaluateDone.
             * @typedef {zscl.v1.EvaluateDone.$Properties} zscl.v1.EvaluateDone.$Shape
             */

            /**
             * Constructs a new EvaluateDone.
             * @memberof zscl.v1
             * @classdesc Represents an EvaluateDone.
             * @constructor
             * @param {zscl.v1.EvaluateDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluateDone = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvaluateDone correct.
             * @member {number} correct
             * @memberof zscl.v1.EvaluateDone
             * @instance
             */
            EvaluateDone.prototype.correct = 0;

            /**
             * EvaluateDone total.
             * @member {number} total
             * @memberof zscl.v1.EvaluateDone
             * @instance
             */
            EvaluateDone.prototype.total = 0;

            /**
             * Encodes the specified EvaluateDone message. Does not implicitly {@link zscl.v1.EvaluateDone.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.EvaluateDone
             * @static
             * @param {zscl.v1.EvaluateDone.$Properties} message EvaluateDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluateDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.correct != null && $Object.hasOwnProperty.call(message, "correct") && message.correct !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.correct);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.total);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluateDone message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.EvaluateDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.EvaluateDone & zscl.v1.EvaluateDone.$Shape} EvaluateDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluateDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.EvaluateDone();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.correct = value;
                            else
                                delete message.correct;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an EvaluateDone message.
             * @function verify
             * @memberof zscl.v1.EvaluateDone
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            EvaluateDone.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.correct != null && $Object.hasOwnProperty.call(message, "correct"))
                    if (!$util.isInteger(message.correct))
                        return "correct: integer expected";
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (!$util.isInteger(message.total))
                        return "total: integer expected";
                return null;
            };

            /**
             * Creates an EvaluateDone message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.EvaluateDone
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.EvaluateDone} EvaluateDone
             */
            EvaluateDone.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.EvaluateDone)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.EvaluateDone: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.EvaluateDone();
                if (object.correct != null)
                    if ($Number(object.correct) !== 0)
                        message.correct = object.correct >>> 0;
                if (object.total != null)
                    if ($Number(object.total) !== 0)
                        message.total = object.total >>> 0;
                return message;
            };

            /**
             * Creates a plain object from an EvaluateDone message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.EvaluateDone
             * @static
             * @param {zscl.v1.EvaluateDone} message EvaluateDone
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluateDone.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.correct = 0;
                    object.total = 0;
                }
                if (message.correct != null && $Object.hasOwnProperty.call(message, "correct"))
                    object.correct = message.correct;
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    object.total = message.total;
                return object;
            };

            /**
             * Converts this EvaluateDone to JSON.
             * @function toJSON
             * @memberof zscl.v1.EvaluateDone
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluateDone.prototype.toJSON = function() {
                return EvaluateDone.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvaluateDone;
        })();

        v1.SaveDone = (function() {

            /**
             * Properties of a SaveDone.
             * @typedef {Object} zscl.v1.SaveDone.$Properties
             * @property {Array.<zscl.v1.SavedFile.$Properties>|null} [files] SaveDone files
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SaveDone.
             * @memberof zscl.v1
             * @interface ISaveDone
             * @augments zscl.v1.SaveDone.$Properties
             * @deprecated Use zscl.v1.SaveDone.$Properties instead.
             */

            /**
             * Shape of a SaveDone.
             * @typedef {zscl.v1.SaveDone.$Properties} zscl.v1.SaveDone.$Shape
             */

            /**
             * Constructs a new SaveDone.
             * @memberof zscl.v1
             * @classdesc Represents a SaveDone.
             * @constructor
             * @param {zscl.v1.SaveDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SaveDone = function (properties) {
                this.files = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SaveDone files.
             * @member {Array.<zscl.v1.SavedFile.$Properties>} files
             * @memberof zscl.v1.SaveDone
             * @instance
             */
            SaveDone.prototype.files = $util.emptyArray;

            /**
             * Encodes the specified SaveDone message. Does not implicitly {@link zscl.v1.SaveDone.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.SaveDone
             * @static
             * @param {zscl.v1.SaveDone.$Properties} message SaveDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SaveDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        $root.zscl.v1.SavedFile.encode(message.files[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SaveDone message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.SaveDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.SaveDone & zscl.v1.SaveDone.$Shape} SaveDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SaveDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.SaveDone();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push($root.zscl.v1.SavedFile.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SaveDone message.
             * @function verify
             * @memberof zscl.v1.SaveDone
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SaveDone.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.files != null && $Object.hasOwnProperty.call(message, "files")) {
                    if (!$Array.isArray(message.files))
                        return "files: array expected";
                    for (let i = 0; i < message.files.length; ++i) {
                        let error = $root.zscl.v1.SavedFile.verify(message.files[i], _depth + 1);
                        if (error)
                            return "files." + error;
                    }
                }
                return null;
            };

            /**
             * Creates a SaveDone message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.SaveDone
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.SaveDone} SaveDone
             */
            SaveDone.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.SaveDone)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.SaveDone: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.SaveDone();
                if (object.files) {
                    if (!$Array.isArray(object.files))
                        throw $TypeError(".zscl.v1.SaveDone.files: array expected");
                    message.files = $Array(object.files.length);
                    for (let i = 0; i < object.files.length; ++i) {
                        if (!$util.isObject(object.files[i]))
                            throw $TypeError(".zscl.v1.SaveDone.files: object expected");
                        message.files[i] = $root.zscl.v1.SavedFile.fromObject(object.files[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a SaveDone message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.SaveDone
             * @static
             * @param {zscl.v1.SaveDone} message SaveDone
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SaveDone.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.files = [];
                if (message.files && message.files.length) {
                    object.files = $Array(message.files.length);
                    for (let j = 0; j < message.files.length; ++j)
                        object.files[j] = $root.zscl.v1.SavedFile.toObject(message.files[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this SaveDone to JSON.
             * @function toJSON
             * @memberof zscl.v1.SaveDone
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SaveDone.prototype.toJSON = function() {
                return SaveDone.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SaveDone;
        })();

        v1.SavedFile = (function() {

            /**
             * Properties of a SavedFile.
             * @typedef {Object} zscl.v1.SavedFile.$Properties
             * @property {string|null} [path] SavedFile path
             * @property {number|null} [bytes] SavedFile bytes
             * @property {string|null} [sha256] SavedFile sha256
             * @property {string|null} [slot] SavedFile slot
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SavedFile.
             * @memberof zscl.v1
             * @interface ISavedFile
             * @augments zscl.v1.SavedFile.$Properties
             * @deprecated Use zscl.v1.SavedFile.$Properties instead.
             */

            /**
             * Shape of a SavedFile.
             * @typedef {zscl.v1.SavedFile.$Properties} zscl.v1.SavedFile.$Shape
             */

            /**
             * Constructs a new SavedFile.
             * @memberof zscl.v1
             * @classdesc Represents a SavedFile.
             * @constructor
             * @param {zscl.v1.SavedFile.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SavedFile = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SavedFile path.
             * @member {string} path
             * @memberof zscl.v1.SavedFile
             * @instance
             */
            SavedFile.prototype.path = "";

            /**
             * SavedFile bytes.
             * @member {number} bytes
             * @memberof zscl.v1.SavedFile
             * @instance
             */
            SavedFile.prototype.bytes = 0;

            /**
             * SavedFile sha256.
             * @member {string} sha256
             * @memberof zscl.v1.SavedFile
             * @instance
             */
            SavedFile.prototype.sha256 = "";

            /**
             * SavedFile slot.
             * @member {string} slot
             * @memberof zscl.v1.SavedFile
             * @instance
             */
            SavedFile.prototype.slot = "";

            /**
             * Encodes the specified SavedFile message. Does not implicitly {@link zscl.v1.SavedFile.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.SavedFile
             * @static
             * @param {zscl.v1.SavedFile.$Properties} message SavedFile message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SavedFile.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.path);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && !$Object.is(message.bytes, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.bytes);
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256 !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.sha256);
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.slot);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SavedFile message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.SavedFile
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.SavedFile & zscl.v1.SavedFile.$Shape} SavedFile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SavedFile.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.SavedFile();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a SavedFile message.
             * @function verify
             * @memberof zscl.v1.SavedFile
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SavedFile.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    if (!$util.isString(message.path))
                        return "path: string expected";
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    if (typeof message.bytes !== "number")
                        return "bytes: number expected";
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    if (!$util.isString(message.sha256))
                        return "sha256: string expected";
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    if (!$util.isString(message.slot))
                        return "slot: string expected";
                return null;
            };

            /**
             * Creates a SavedFile message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.SavedFile
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.SavedFile} SavedFile
             */
            SavedFile.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.SavedFile)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.SavedFile: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.SavedFile();
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                if (object.bytes != null)
                    if (!$Object.is($Number(object.bytes), 0))
                        message.bytes = $Number(object.bytes);
                if (object.sha256 != null)
                    if (typeof object.sha256 !== "string" || object.sha256.length)
                        message.sha256 = $String(object.sha256);
                if (object.slot != null)
                    if (typeof object.slot !== "string" || object.slot.length)
                        message.slot = $String(object.slot);
                return message;
            };

            /**
             * Creates a plain object from a SavedFile message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.SavedFile
             * @static
             * @param {zscl.v1.SavedFile} message SavedFile
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SavedFile.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.path = "";
                    object.bytes = 0;
                    object.sha256 = "";
                    object.slot = "";
                }
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    object.bytes = options.json && !$isFinite(message.bytes) ? $String(message.bytes) : message.bytes;
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = message.sha256;
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    object.slot = message.slot;
                return object;
            };

            /**
             * Converts this SavedFile to JSON.
             * @function toJSON
             * @memberof zscl.v1.SavedFile
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SavedFile.prototype.toJSON = function() {
                return SavedFile.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SavedFile;
        })();

        v1.Failure = (function() {

            /**
             * Properties of a Failure.
             * @typedef {Object} zscl.v1.Failure.$Properties
             * @property {zscl.v1.ErrorCode|null} [code] Failure code
             * @property {string|null} [message] Failure message
             * @property {string|null} [traceback] Failure traceback
             * @property {boolean|null} [state_good] Failure state_good
             * @property {number|null} [update] Failure update
             * @property {zscl.v1.LossRow.$Properties|null} [losses] Failure losses
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Failure.
             * @memberof zscl.v1
             * @interface IFailure
             * @augments zscl.v1.Failure.$Properties
             * @deprecated Use zscl.v1.Failure.$Properties instead.
             */

            /**
             * Shape of a Failure.
             * @typedef {zscl.v1.Failure.$Properties} zscl.v1.Failure.$Shape
             */

            /**
             * Constructs a new Failure.
             * @memberof zscl.v1
             * @classdesc Represents a Failure.
             * @constructor
             * @param {zscl.v1.Failure.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Failure = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Failure code.
             * @member {zscl.v1.ErrorCode} code
             * @memberof zscl.v1.Failure
             * @instance
             */
            Failure.prototype.code = 0;

            /**
             * Failure message.
             * @member {string} message
             * @memberof zscl.v1.Failure
             * @instance
             */
            Failure.prototype.message = "";

            /**
             * Failure traceback.
             * @member {string} traceback
             * @memberof zscl.v1.Failure
             * @instance
             */
            Failure.prototype.traceback = "";

            /**
             * Failure state_good.
             * @member {boolean} state_good
             * @memberof zscl.v1.Failure
             * @instance
             */
            Failure.prototype.state_good = false;

            /**
             * Failure update.
             * @member {number} update
             * @memberof zscl.v1.Failure
             * @instance
             */
            Failure.prototype.update = 0;

            /**
             * Failure losses.
             * @member {zscl.v1.LossRow.$Properties|null|undefined} losses
             * @memberof zscl.v1.Failure
             * @instance
             */
            Failure.prototype.losses = null;

            /**
             * Encodes the specified Failure message. Does not implicitly {@link zscl.v1.Failure.verify|verify} messages.
             * @function encode
             * @memberof zscl.v1.Failure
             * @static
             * @param {zscl.v1.Failure.$Properties} message Failure message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Failure.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.traceback != null && $Object.hasOwnProperty.call(message, "traceback") && message.traceback !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.traceback);
                if (message.state_good != null && $Object.hasOwnProperty.call(message, "state_good") && message.state_good !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.state_good);
                if (message.update != null && $Object.hasOwnProperty.call(message, "update") && message.update !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.update);
                if (message.losses != null && $Object.hasOwnProperty.call(message, "losses"))
                    $root.zscl.v1.LossRow.encode(message.losses, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Failure message from the specified reader or buffer.
             * @function decode
             * @memberof zscl.v1.Failure
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {zscl.v1.Failure & zscl.v1.Failure.$Shape} Failure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Failure.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.zscl.v1.Failure();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.traceback = value;
                            else
                                delete message.traceback;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.state_good = value;
                            else
                                delete message.state_good;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.update = value;
                            else
                                delete message.update;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.losses = $root.zscl.v1.LossRow.decode(reader, reader.size(), $undefined, _depth + 1, message.losses);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Failure message.
             * @function verify
             * @memberof zscl.v1.Failure
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Failure.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (typeof message.code !== "number" || (message.code | 0) !== message.code)
                        return "code: enum value expected";
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    if (!$util.isString(message.message))
                        return "message: string expected";
                if (message.traceback != null && $Object.hasOwnProperty.call(message, "traceback"))
                    if (!$util.isString(message.traceback))
                        return "traceback: string expected";
                if (message.state_good != null && $Object.hasOwnProperty.call(message, "state_good"))
                    if (typeof message.state_good !== "boolean")
                        return "state_good: boolean expected";
                if (message.update != null && $Object.hasOwnProperty.call(message, "update"))
                    if (!$util.isInteger(message.update))
                        return "update: integer expected";
                if (message.losses != null && $Object.hasOwnProperty.call(message, "losses")) {
                    let error = $root.zscl.v1.LossRow.verify(message.losses, _depth + 1);
                    if (error)
                        return "losses." + error;
                }
                return null;
            };

            /**
             * Creates a Failure message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof zscl.v1.Failure
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {zscl.v1.Failure} Failure
             */
            Failure.fromObject = function (object, _depth) {
                if (object instanceof $root.zscl.v1.Failure)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".zscl.v1.Failure: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.zscl.v1.Failure();
                if (object.code !== 0 && (typeof object.code !== "string" || $root.zscl.v1.ErrorCode[object.code] !== 0))
                    switch (object.code) {
                    case "ERROR_CODE_UNSPECIFIED":
                    case 0:
                        message.code = 0;
                        break;
                    case "ERROR_CODE_BAD_INPUT":
                    case 1:
                        message.code = 1;
                        break;
                    case "ERROR_CODE_MODEL_NOT_FOUND":
                    case 2:
                        message.code = 2;
                        break;
                    case "ERROR_CODE_DATA_NOT_FOUND":
                    case 3:
                        message.code = 3;
                        break;
                    case "ERROR_CODE_DEVICE_UNAVAILABLE":
                    case 4:
                        message.code = 4;
                        break;
                    case "ERROR_CODE_MISSING_PACKAGE":
                    case 5:
                        message.code = 5;
                        break;
                    case "ERROR_CODE_CHECKPOINT_UNREADABLE":
                    case 6:
                        message.code = 6;
                        break;
                    case "ERROR_CODE_DISK_FULL":
                    case 7:
                        message.code = 7;
                        break;
                    case "ERROR_CODE_OUT_OF_MEMORY":
                    case 8:
                        message.code = 8;
                        break;
                    case "ERROR_CODE_NON_FINITE_LOSS":
                    case 9:
                        message.code = 9;
                        break;
                    case "ERROR_CODE_PROTOCOL":
                    case 10:
                        message.code = 10;
                        break;
                    case "ERROR_CODE_INTERNAL":
                    case 11:
                        message.code = 11;
                        break;
                    default:
                        if (typeof object.code === "number" && (object.code | 0) === object.code)
                            message.code = object.code;
                    }
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.traceback != null)
                    if (typeof object.traceback !== "string" || object.traceback.length)
                        message.traceback = $String(object.traceback);
                if (object.state_good != null)
                    if (object.state_good)
                        message.state_good = $Boolean(object.state_good);
                if (object.update != null)
                    if ($Number(object.update) !== 0)
                        message.update = object.update >>> 0;
                if (object.losses != null) {
                    if (!$util.isObject(object.losses))
                        throw $TypeError(".zscl.v1.Failure.losses: object expected");
                    message.losses = $root.zscl.v1.LossRow.fromObject(object.losses, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Failure message. Also converts values to other types if specified.
             * @function toObject
             * @memberof zscl.v1.Failure
             * @static
             * @param {zscl.v1.Failure} message Failure
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Failure.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = options.enums === $String ? "ERROR_CODE_UNSPECIFIED" : 0;
                    object.message = "";
                    object.traceback = "";
                    object.state_good = false;
                    object.update = 0;
                    object.losses = null;
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = options.enums === $String ? $root.zscl.v1.ErrorCode[message.code] === $undefined ? message.code : $root.zscl.v1.ErrorCode[message.code] : message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.traceback != null && $Object.hasOwnProperty.call(message, "traceback"))
                    object.traceback = message.traceback;
                if (message.state_good != null && $Object.hasOwnProperty.call(message, "state_good"))
                    object.state_good = message.state_good;
                if (message.update != null && $Object.hasOwnProperty.call(message, "update"))
                    object.update = message.update;
                if (message.losses != null && $Object.hasOwnProperty.call(message, "losses"))
                    object.losses = $root.zscl.v1.LossRow.toObject(message.losses, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Failure to JSON.
             * @function toJSON
             * @memberof zscl.v1.Failure
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Failure.prototype.toJSON = function() {
                return Failure.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Failure;
        })();

        /**
         * ErrorCode enum.
         * @name zscl.v1.ErrorCode
         * @enum {number}
         * @property {number} ERROR_CODE_UNSPECIFIED=0 ERROR_CODE_UNSPECIFIED value
         * @property {number} ERROR_CODE_BAD_INPUT=1 ERROR_CODE_BAD_INPUT value
         * @property {number} ERROR_CODE_MODEL_NOT_FOUND=2 ERROR_CODE_MODEL_NOT_FOUND value
         * @property {number} ERROR_CODE_DATA_NOT_FOUND=3 ERROR_CODE_DATA_NOT_FOUND value
         * @property {number} ERROR_CODE_DEVICE_UNAVAILABLE=4 ERROR_CODE_DEVICE_UNAVAILABLE value
         * @property {number} ERROR_CODE_MISSING_PACKAGE=5 ERROR_CODE_MISSING_PACKAGE value
         * @property {number} ERROR_CODE_CHECKPOINT_UNREADABLE=6 ERROR_CODE_CHECKPOINT_UNREADABLE value
         * @property {number} ERROR_CODE_DISK_FULL=7 ERROR_CODE_DISK_FULL value
         * @property {number} ERROR_CODE_OUT_OF_MEMORY=8 ERROR_CODE_OUT_OF_MEMORY value
         * @property {number} ERROR_CODE_NON_FINITE_LOSS=9 ERROR_CODE_NON_FINITE_LOSS value
         * @property {number} ERROR_CODE_PROTOCOL=10 ERROR_CODE_PROTOCOL value
         * @property {number} ERROR_CODE_INTERNAL=11 ERROR_CODE_INTERNAL value
         */
        v1.ErrorCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ERROR_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ERROR_CODE_BAD_INPUT"] = 1;
            values[valuesById[2] = "ERROR_CODE_MODEL_NOT_FOUND"] = 2;
            values[valuesById[3] = "ERROR_CODE_DATA_NOT_FOUND"] = 3;
            values[valuesById[4] = "ERROR_CODE_DEVICE_UNAVAILABLE"] = 4;
            values[valuesById[5] = "ERROR_CODE_MISSING_PACKAGE"] = 5;
            values[valuesById[6] = "ERROR_CODE_CHECKPOINT_UNREADABLE"] = 6;
            values[valuesById[7] = "ERROR_CODE_DISK_FULL"] = 7;
            values[valuesById[8] = "ERROR_CODE_OUT_OF_MEMORY"] = 8;
            values[valuesById[9] = "ERROR_CODE_NON_FINITE_LOSS"] = 9;
            values[valuesById[10] = "ERROR_CODE_PROTOCOL"] = 10;
            values[valuesById[11] = "ERROR_CODE_INTERNAL"] = 11;
            return values;
        })();

        return v1;
    })();

    return zscl;
})();

export {
  $root as default
};
