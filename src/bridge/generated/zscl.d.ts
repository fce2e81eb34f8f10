import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace zscl. */
export namespace zscl {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a ControlDown.
         * @deprecated Use zscl.v1.ControlDown.$Properties instead.
         */
        interface IControlDown extends zscl.v1.ControlDown.$Properties {
        }

        /** Represents a ControlDown. */
        class ControlDown {

            /**
             * Constructs a new ControlDown.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.ControlDown.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ControlDown epoch. */
            epoch: number;

            /** ControlDown sequence. */
            sequence: number;

            /** ControlDown cancel. */
            cancel?: (zscl.v1.Cancel.$Properties|null);

            /** ControlDown shutdown. */
            shutdown?: (zscl.v1.Shutdown.$Properties|null);

            /** ControlDown proof. */
            proof?: (zscl.v1.Proof.$Properties|null);

            /** ControlDown body. */
            body?: ("cancel"|"shutdown"|"proof");

            /**
             * Encodes the specified ControlDown message. Does not implicitly {@link zscl.v1.ControlDown.verify|verify} messages.
             * @param message ControlDown message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.ControlDown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ControlDown message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.ControlDown & zscl.v1.ControlDown.$Shape} ControlDown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.ControlDown & zscl.v1.ControlDown.$Shape;

            /**
             * Verifies a ControlDown message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ControlDown message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ControlDown
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.ControlDown;

            /**
             * Creates a plain object from a ControlDown message. Also converts values to other types if specified.
             * @param message ControlDown
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.ControlDown, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ControlDown to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ControlDown {

            /** Properties of a ControlDown. */
            interface $Properties {

                /** ControlDown epoch */
                epoch?: (number|null);

                /** ControlDown sequence */
                sequence?: (number|null);

                /** ControlDown cancel */
                cancel?: (zscl.v1.Cancel.$Properties|null);

                /** ControlDown shutdown */
                shutdown?: (zscl.v1.Shutdown.$Properties|null);

                /** ControlDown proof */
                proof?: (zscl.v1.Proof.$Properties|null);

                /** ControlDown body */
                body?: ("cancel"|"shutdown"|"proof");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ControlDown. */
            type $Shape = {
              epoch?: number|null;
              sequence?: number|null;
              cancel?: zscl.v1.Cancel.$Shape|null;
              shutdown?: zscl.v1.Shutdown.$Shape|null;
              proof?: zscl.v1.Proof.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; cancel?: null; shutdown?: null; proof?: null }|{ body?: "cancel"; cancel: zscl.v1.Cancel.$Shape; shutdown?: null; proof?: null }|{ body?: "shutdown"; cancel?: null; shutdown: zscl.v1.Shutdown.$Shape; proof?: null }|{ body?: "proof"; cancel?: null; shutdown?: null; proof: zscl.v1.Proof.$Shape })
            );
        }

        /**
         * Properties of a Cancel.
         * @deprecated Use zscl.v1.Cancel.$Properties instead.
         */
        interface ICancel extends zscl.v1.Cancel.$Properties {
        }

        /** Represents a Cancel. */
        class Cancel {

            /**
             * Constructs a new Cancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Cancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Cancel through_sequence. */
            through_sequence: number;

            /** Cancel abandon. */
            abandon: boolean;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link zscl.v1.Cancel.verify|verify} messages.
             * @param message Cancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Cancel & zscl.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Cancel & zscl.v1.Cancel.$Shape;

            /**
             * Verifies a Cancel message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Cancel message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Cancel
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Cancel;

            /**
             * Creates a plain object from a Cancel message. Also converts values to other types if specified.
             * @param message Cancel
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Cancel, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Cancel to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Cancel {

            /** Properties of a Cancel. */
            interface $Properties {

                /** Cancel through_sequence */
                through_sequence?: (number|null);

                /** Cancel abandon */
                abandon?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cancel. */
            type $Shape = zscl.v1.Cancel.$Properties;
        }

        /**
         * Properties of a Shutdown.
         * @deprecated Use zscl.v1.Shutdown.$Properties instead.
         */
        interface IShutdown extends zscl.v1.Shutdown.$Properties {
        }

        /** Represents a Shutdown. */
        class Shutdown {

            /**
             * Constructs a new Shutdown.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Shutdown.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Shutdown message. Does not implicitly {@link zscl.v1.Shutdown.verify|verify} messages.
             * @param message Shutdown message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Shutdown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Shutdown message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Shutdown & zscl.v1.Shutdown.$Shape} Shutdown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Shutdown & zscl.v1.Shutdown.$Shape;

            /**
             * Verifies a Shutdown message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Shutdown message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Shutdown
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Shutdown;

            /**
             * Creates a plain object from a Shutdown message. Also converts values to other types if specified.
             * @param message Shutdown
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Shutdown, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Shutdown to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Shutdown {

            /** Properties of a Shutdown. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Shutdown. */
            type $Shape = zscl.v1.Shutdown.$Properties;
        }

        /**
         * Properties of a ControlUp.
         * @deprecated Use zscl.v1.ControlUp.$Properties instead.
         */
        interface IControlUp extends zscl.v1.ControlUp.$Properties {
        }

        /** Represents a ControlUp. */
        class ControlUp {

            /**
             * Constructs a new ControlUp.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.ControlUp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ControlUp epoch. */
            epoch: number;

            /** ControlUp sequence. */
            sequence: number;

            /** ControlUp hello. */
            hello?: (zscl.v1.Hello.$Properties|null);

            /** ControlUp heartbeat. */
            heartbeat?: (zscl.v1.Heartbeat.$Properties|null);

            /** ControlUp goodbye. */
            goodbye?: (zscl.v1.Goodbye.$Properties|null);

            /** ControlUp knock. */
            knock?: (zscl.v1.Knock.$Properties|null);

            /** ControlUp body. */
            body?: ("hello"|"heartbeat"|"goodbye"|"knock");

            /**
             * Encodes the specified ControlUp message. Does not implicitly {@link zscl.v1.ControlUp.verify|verify} messages.
             * @param message ControlUp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.ControlUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ControlUp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.ControlUp & zscl.v1.ControlUp.$Shape} ControlUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.ControlUp & zscl.v1.ControlUp.$Shape;

            /**
             * Verifies a ControlUp message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ControlUp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ControlUp
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.ControlUp;

            /**
             * Creates a plain object from a ControlUp message. Also converts values to other types if specified.
             * @param message ControlUp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.ControlUp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ControlUp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ControlUp {

            /** Properties of a ControlUp. */
            interface $Properties {

                /** ControlUp epoch */
                epoch?: (number|null);

                /** ControlUp sequence */
                sequence?: (number|null);

                /** ControlUp hello */
                hello?: (zscl.v1.Hello.$Properties|null);

                /** ControlUp heartbeat */
                heartbeat?: (zscl.v1.Heartbeat.$Properties|null);

                /** ControlUp goodbye */
                goodbye?: (zscl.v1.Goodbye.$Properties|null);

                /** ControlUp knock */
                knock?: (zscl.v1.Knock.$Properties|null);

                /** ControlUp body */
                body?: ("hello"|"heartbeat"|"goodbye"|"knock");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ControlUp. */
            type $Shape = {
              epoch?: number|null;
              sequence?: number|null;
              hello?: zscl.v1.Hello.$Shape|null;
              heartbeat?: zscl.v1.Heartbeat.$Shape|null;
              goodbye?: zscl.v1.Goodbye.$Shape|null;
              knock?: zscl.v1.Knock.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null; heartbeat?: null; goodbye?: null; knock?: null }|{ body?: "hello"; hello: zscl.v1.Hello.$Shape; heartbeat?: null; goodbye?: null; knock?: null }|{ body?: "heartbeat"; hello?: null; heartbeat: zscl.v1.Heartbeat.$Shape; goodbye?: null; knock?: null }|{ body?: "goodbye"; hello?: null; heartbeat?: null; goodbye: zscl.v1.Goodbye.$Shape; knock?: null }|{ body?: "knock"; hello?: null; heartbeat?: null; goodbye?: null; knock: zscl.v1.Knock.$Shape })
            );
        }

        /**
         * Properties of a Knock.
         * @deprecated Use zscl.v1.Knock.$Properties instead.
         */
        interface IKnock extends zscl.v1.Knock.$Properties {
        }

        /** Represents a Knock. */
        class Knock {

            /**
             * Constructs a new Knock.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Knock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Knock nonce. */
            nonce: Uint8Array;

            /**
             * Encodes the specified Knock message. Does not implicitly {@link zscl.v1.Knock.verify|verify} messages.
             * @param message Knock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Knock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Knock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Knock & zscl.v1.Knock.$Shape} Knock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Knock & zscl.v1.Knock.$Shape;

            /**
             * Verifies a Knock message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Knock message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Knock
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Knock;

            /**
             * Creates a plain object from a Knock message. Also converts values to other types if specified.
             * @param message Knock
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Knock, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Knock to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Knock {

            /** Properties of a Knock. */
            interface $Properties {

                /** Knock nonce */
                nonce?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Knock. */
            type $Shape = zscl.v1.Knock.$Properties;
        }

        /**
         * Properties of a Proof.
         * @deprecated Use zscl.v1.Proof.$Properties instead.
         */
        interface IProof extends zscl.v1.Proof.$Properties {
        }

        /** Represents a Proof. */
        class Proof {

            /**
             * Constructs a new Proof.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Proof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Proof proof. */
            proof: Uint8Array;

            /**
             * Encodes the specified Proof message. Does not implicitly {@link zscl.v1.Proof.verify|verify} messages.
             * @param message Proof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Proof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Proof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Proof & zscl.v1.Proof.$Shape} Proof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Proof & zscl.v1.Proof.$Shape;

            /**
             * Verifies a Proof message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Proof message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Proof
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Proof;

            /**
             * Creates a plain object from a Proof message. Also converts values to other types if specified.
             * @param message Proof
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Proof, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Proof to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Proof {

            /** Properties of a Proof. */
            interface $Properties {

                /** Proof proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Proof. */
            type $Shape = zscl.v1.Proof.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use zscl.v1.Hello.$Properties instead.
         */
        interface IHello extends zscl.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello proof. */
            proof: Uint8Array;

            /** Hello schema_hash. */
            schema_hash: string;

            /** Hello pid. */
            pid: number;

            /** Hello python_version. */
            python_version: string;

            /** Hello torch_version. */
            torch_version: string;

            /** Hello open_clip_version. */
            open_clip_version: string;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link zscl.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Hello & zscl.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Hello & zscl.v1.Hello.$Shape;

            /**
             * Verifies a Hello message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Hello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Hello
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Hello;

            /**
             * Creates a plain object from a Hello message. Also converts values to other types if specified.
             * @param message Hello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Hello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Hello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello proof */
                proof?: (Uint8Array|null);

                /** Hello schema_hash */
                schema_hash?: (string|null);

                /** Hello pid */
                pid?: (number|null);

                /** Hello python_version */
                python_version?: (string|null);

                /** Hello torch_version */
                torch_version?: (string|null);

                /** Hello open_clip_version */
                open_clip_version?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = zscl.v1.Hello.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use zscl.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends zscl.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat section. */
            section: zscl.v1.Section;

            /** Heartbeat command_sequence. */
            command_sequence: number;

            /** Heartbeat done. */
            done: number;

            /** Heartbeat total. */
            total: number;

            /** Heartbeat memory_mib. */
            memory_mib: number;

            /** Heartbeat device_memory_mib. */
            device_memory_mib: number;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link zscl.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Heartbeat & zscl.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Heartbeat & zscl.v1.Heartbeat.$Shape;

            /**
             * Verifies a Heartbeat message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Heartbeat message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Heartbeat
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Heartbeat;

            /**
             * Creates a plain object from a Heartbeat message. Also converts values to other types if specified.
             * @param message Heartbeat
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Heartbeat, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Heartbeat to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat section */
                section?: (zscl.v1.Section|null);

                /** Heartbeat command_sequence */
                command_sequence?: (number|null);

                /** Heartbeat done */
                done?: (number|null);

                /** Heartbeat total */
                total?: (number|null);

                /** Heartbeat memory_mib */
                memory_mib?: (number|null);

                /** Heartbeat device_memory_mib */
                device_memory_mib?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = zscl.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a Goodbye.
         * @deprecated Use zscl.v1.Goodbye.$Properties instead.
         */
        interface IGoodbye extends zscl.v1.Goodbye.$Properties {
        }

        /** Represents a Goodbye. */
        class Goodbye {

            /**
             * Constructs a new Goodbye.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Goodbye.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Goodbye message. Does not implicitly {@link zscl.v1.Goodbye.verify|verify} messages.
             * @param message Goodbye message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Goodbye.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Goodbye message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Goodbye & zscl.v1.Goodbye.$Shape} Goodbye
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Goodbye & zscl.v1.Goodbye.$Shape;

            /**
             * Verifies a Goodbye message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Goodbye message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Goodbye
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Goodbye;

            /**
             * Creates a plain object from a Goodbye message. Also converts values to other types if specified.
             * @param message Goodbye
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Goodbye, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Goodbye to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Goodbye {

            /** Properties of a Goodbye. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Goodbye. */
            type $Shape = zscl.v1.Goodbye.$Properties;
        }

        /** Section enum. */
        enum Section {

            /** SECTION_UNSPECIFIED value */
            SECTION_UNSPECIFIED = 0,

            /** SECTION_IDLE value */
            SECTION_IDLE = 1,

            /** SECTION_SET_UP value */
            SECTION_SET_UP = 2,

            /** SECTION_TRAIN value */
            SECTION_TRAIN = 3,

            /** SECTION_EVALUATE value */
            SECTION_EVALUATE = 4,

            /** SECTION_SAVE value */
            SECTION_SAVE = 5
        }

        /**
         * Properties of a Command.
         * @deprecated Use zscl.v1.Command.$Properties instead.
         */
        interface ICommand extends zscl.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command epoch. */
            epoch: number;

            /** Command sequence. */
            sequence: number;

            /** Command known_failure. */
            known_failure: number;

            /** Command set_up. */
            set_up?: (zscl.v1.SetUp.$Properties|null);

            /** Command restore. */
            restore?: (zscl.v1.Restore.$Properties|null);

            /** Command begin_task. */
            begin_task?: (zscl.v1.BeginTask.$Properties|null);

            /** Command train. */
            train?: (zscl.v1.Train.$Properties|null);

            /** Command lerp. */
            lerp?: (zscl.v1.Lerp.$Properties|null);

            /** Command combine. */
            combine?: (zscl.v1.Combine.$Properties|null);

            /** Command drop. */
            drop?: (zscl.v1.Drop.$Properties|null);

            /** Command evaluate. */
            evaluate?: (zscl.v1.Evaluate.$Properties|null);

            /** Command remember. */
            remember?: (zscl.v1.Remember.$Properties|null);

            /** Command save. */
            save?: (zscl.v1.Save.$Properties|null);

            /** Command export. */
            export?: (zscl.v1.Export.$Properties|null);

            /** Command load. */
            load?: (zscl.v1.Load.$Properties|null);

            /** Command step. */
            step?: ("set_up"|"restore"|"begin_task"|"train"|"lerp"|"combine"|"drop"|"evaluate"|"remember"|"save"|"export"|"load");

            /**
             * Encodes the specified Command message. Does not implicitly {@link zscl.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Command & zscl.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Command & zscl.v1.Command.$Shape;

            /**
             * Verifies a Command message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Command message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Command
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Command;

            /**
             * Creates a plain object from a Command message. Also converts values to other types if specified.
             * @param message Command
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Command, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Command to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command epoch */
                epoch?: (number|null);

                /** Command sequence */
                sequence?: (number|null);

                /** Command known_failure */
                known_failure?: (number|null);

                /** Command set_up */
                set_up?: (zscl.v1.SetUp.$Properties|null);

                /** Command restore */
                restore?: (zscl.v1.Restore.$Properties|null);

                /** Command begin_task */
                begin_task?: (zscl.v1.BeginTask.$Properties|null);

                /** Command train */
                train?: (zscl.v1.Train.$Properties|null);

                /** Command lerp */
                lerp?: (zscl.v1.Lerp.$Properties|null);

                /** Command combine */
                combine?: (zscl.v1.Combine.$Properties|null);

                /** Command drop */
                drop?: (zscl.v1.Drop.$Properties|null);

                /** Command evaluate */
                evaluate?: (zscl.v1.Evaluate.$Properties|null);

                /** Command remember */
                remember?: (zscl.v1.Remember.$Properties|null);

                /** Command save */
                save?: (zscl.v1.Save.$Properties|null);

                /** Command export */
                "export"?: (zscl.v1.Export.$Properties|null);

                /** Command load */
                load?: (zscl.v1.Load.$Properties|null);

                /** Command step */
                step?: ("set_up"|"restore"|"begin_task"|"train"|"lerp"|"combine"|"drop"|"evaluate"|"remember"|"save"|"export"|"load");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Command. */
            type $Shape = {
              epoch?: number|null;
              sequence?: number|null;
              known_failure?: number|null;
              set_up?: zscl.v1.SetUp.$Shape|null;
              restore?: zscl.v1.Restore.$Shape|null;
              begin_task?: zscl.v1.BeginTask.$Shape|null;
              train?: zscl.v1.Train.$Shape|null;
              lerp?: zscl.v1.Lerp.$Shape|null;
              combine?: zscl.v1.Combine.$Shape|null;
              drop?: zscl.v1.Drop.$Shape|null;
              evaluate?: zscl.v1.Evaluate.$Shape|null;
              remember?: zscl.v1.Remember.$Shape|null;
              save?: zscl.v1.Save.$Shape|null;
              "export"?: zscl.v1.Export.$Shape|null;
              load?: zscl.v1.Load.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ step?: undefined; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "set_up"; set_up: zscl.v1.SetUp.$Shape; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "restore"; set_up?: null; restore: zscl.v1.Restore.$Shape; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "begin_task"; set_up?: null; restore?: null; begin_task: zscl.v1.BeginTask.$Shape; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "train"; set_up?: null; restore?: null; begin_task?: null; train: zscl.v1.Train.$Shape; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "lerp"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp: zscl.v1.Lerp.$Shape; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "combine"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine: zscl.v1.Combine.$Shape; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "drop"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop: zscl.v1.Drop.$Shape; evaluate?: null; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "evaluate"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate: zscl.v1.Evaluate.$Shape; remember?: null; save?: null; "export"?: null; load?: null }|{ step?: "remember"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember: zscl.v1.Remember.$Shape; save?: null; "export"?: null; load?: null }|{ step?: "save"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save: zscl.v1.Save.$Shape; "export"?: null; load?: null }|{ step?: "export"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export": zscl.v1.Export.$Shape; load?: null }|{ step?: "load"; set_up?: null; restore?: null; begin_task?: null; train?: null; lerp?: null; combine?: null; drop?: null; evaluate?: null; remember?: null; save?: null; "export"?: null; load: zscl.v1.Load.$Shape })
            );
        }

        /**
         * Properties of a SetUp.
         * @deprecated Use zscl.v1.SetUp.$Properties instead.
         */
        interface ISetUp extends zscl.v1.SetUp.$Properties {
        }

        /** Represents a SetUp. */
        class SetUp {

            /**
             * Constructs a new SetUp.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.SetUp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetUp model. */
            model?: (zscl.v1.ModelSpec.$Properties|null);

            /** SetUp datasets. */
            datasets: zscl.v1.DatasetSpec.$Properties[];

            /** SetUp seed. */
            seed: number;

            /** SetUp device. */
            device: string;

            /** SetUp threads. */
            threads: number;

            /** SetUp precision. */
            precision: string;

            /** SetUp trains. */
            trains: string;

            /** SetUp cache_folder. */
            cache_folder: string;

            /** SetUp compile. */
            compile: boolean;

            /** SetUp devices. */
            devices: string;

            /** SetUp references. */
            references: zscl.v1.ReferenceSources.$Properties[];

            /**
             * Encodes the specified SetUp message. Does not implicitly {@link zscl.v1.SetUp.verify|verify} messages.
             * @param message SetUp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.SetUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetUp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.SetUp & zscl.v1.SetUp.$Shape} SetUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.SetUp & zscl.v1.SetUp.$Shape;

            /**
             * Verifies a SetUp message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SetUp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SetUp
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.SetUp;

            /**
             * Creates a plain object from a SetUp message. Also converts values to other types if specified.
             * @param message SetUp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.SetUp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SetUp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SetUp {

            /** Properties of a SetUp. */
            interface $Properties {

                /** SetUp model */
                model?: (zscl.v1.ModelSpec.$Properties|null);

                /** SetUp datasets */
                datasets?: (zscl.v1.DatasetSpec.$Properties[]|null);

                /** SetUp seed */
                seed?: (number|null);

                /** SetUp device */
                device?: (string|null);

                /** SetUp threads */
                threads?: (number|null);

                /** SetUp precision */
                precision?: (string|null);

                /** SetUp trains */
                trains?: (string|null);

                /** SetUp cache_folder */
                cache_folder?: (string|null);

                /** SetUp compile */
                compile?: (boolean|null);

                /** SetUp devices */
                devices?: (string|null);

                /** SetUp references */
                references?: (zscl.v1.ReferenceSources.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetUp. */
            type $Shape = zscl.v1.SetUp.$Properties;
        }

        /**
         * Properties of a ReferenceSources.
         * @deprecated Use zscl.v1.ReferenceSources.$Properties instead.
         */
        interface IReferenceSources extends zscl.v1.ReferenceSources.$Properties {
        }

        /** Represents a ReferenceSources. */
        class ReferenceSources {

            /**
             * Constructs a new ReferenceSources.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.ReferenceSources.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReferenceSources images. */
            images?: (zscl.v1.ImageSource.$Properties|null);

            /** ReferenceSources texts. */
            texts?: (zscl.v1.TextSource.$Properties|null);

            /**
             * Encodes the specified ReferenceSources message. Does not implicitly {@link zscl.v1.ReferenceSources.verify|verify} messages.
             * @param message ReferenceSources message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.ReferenceSources.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReferenceSources message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.ReferenceSources & zscl.v1.ReferenceSources.$Shape} ReferenceSources
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.ReferenceSources & zscl.v1.ReferenceSources.$Shape;

            /**
             * Verifies a ReferenceSources message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ReferenceSources message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ReferenceSources
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.ReferenceSources;

            /**
             * Creates a plain object from a ReferenceSources message. Also converts values to other types if specified.
             * @param message ReferenceSources
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.ReferenceSources, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ReferenceSources to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ReferenceSources {

            /** Properties of a ReferenceSources. */
            interface $Properties {

                /** ReferenceSources images */
                images?: (zscl.v1.ImageSource.$Properties|null);

                /** ReferenceSources texts */
                texts?: (zscl.v1.TextSource.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReferenceSources. */
            type $Shape = zscl.v1.ReferenceSources.$Properties;
        }

        /**
         * Properties of a ModelSpec.
         * @deprecated Use zscl.v1.ModelSpec.$Properties instead.
         */
        interface IModelSpec extends zscl.v1.ModelSpec.$Properties {
        }

        /** Represents a ModelSpec. */
        class ModelSpec {

            /**
             * Constructs a new ModelSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.ModelSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelSpec name. */
            name: string;

            /** ModelSpec pretrained. */
            pretrained: string;

            /**
             * Encodes the specified ModelSpec message. Does not implicitly {@link zscl.v1.ModelSpec.verify|verify} messages.
             * @param message ModelSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.ModelSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.ModelSpec & zscl.v1.ModelSpec.$Shape} ModelSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.ModelSpec & zscl.v1.ModelSpec.$Shape;

            /**
             * Verifies a ModelSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ModelSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ModelSpec
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.ModelSpec;

            /**
             * Creates a plain object from a ModelSpec message. Also converts values to other types if specified.
             * @param message ModelSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.ModelSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ModelSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ModelSpec {

            /** Properties of a ModelSpec. */
            interface $Properties {

                /** ModelSpec name */
                name?: (string|null);

                /** ModelSpec pretrained */
                pretrained?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelSpec. */
            type $Shape = zscl.v1.ModelSpec.$Properties;
        }

        /**
         * Properties of a DatasetSpec.
         * @deprecated Use zscl.v1.DatasetSpec.$Properties instead.
         */
        interface IDatasetSpec extends zscl.v1.DatasetSpec.$Properties {
        }

        /** Represents a DatasetSpec. */
        class DatasetSpec {

            /**
             * Constructs a new DatasetSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.DatasetSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DatasetSpec name. */
            name: string;

            /** DatasetSpec kind. */
            kind: string;

            /** DatasetSpec mini_task. */
            mini_task: string;

            /** DatasetSpec train_size. */
            train_size: number;

            /** DatasetSpec test_size. */
            test_size: number;

            /** DatasetSpec data_seed. */
            data_seed: number;

            /** DatasetSpec images. */
            images: string;

            /** DatasetSpec test. */
            test: string;

            /** DatasetSpec table. */
            table: string;

            /** DatasetSpec test_table. */
            test_table: string;

            /** DatasetSpec path_column. */
            path_column: string;

            /** DatasetSpec label_column. */
            label_column: string;

            /** DatasetSpec held_out. */
            held_out: number;

            /** DatasetSpec templates. */
            templates: string[];

            /** DatasetSpec class_names. */
            class_names: string[];

            /** DatasetSpec unreadable. */
            unreadable: string;

            /** DatasetSpec root. */
            root: string;

            /** DatasetSpec split. */
            split: string;

            /** DatasetSpec class_indices. */
            class_indices: number[];

            /** DatasetSpec classes. */
            classes: string[];

            /** DatasetSpec saved. */
            saved: string;

            /** DatasetSpec test_split. */
            test_split: string;

            /** DatasetSpec image_column. */
            image_column: string;

            /** DatasetSpec prompts. */
            prompts: string;

            /** DatasetSpec encoding. */
            encoding: string;

            /** DatasetSpec shots. */
            shots: number;

            /** DatasetSpec class_labels. */
            class_labels: string[];

            /** DatasetSpec decoding. */
            decoding: string;

            /** DatasetSpec split_column. */
            split_column: string;

            /**
             * Encodes the specified DatasetSpec message. Does not implicitly {@link zscl.v1.DatasetSpec.verify|verify} messages.
             * @param message DatasetSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.DatasetSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DatasetSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.DatasetSpec & zscl.v1.DatasetSpec.$Shape} DatasetSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.DatasetSpec & zscl.v1.DatasetSpec.$Shape;

            /**
             * Verifies a DatasetSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DatasetSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DatasetSpec
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.DatasetSpec;

            /**
             * Creates a plain object from a DatasetSpec message. Also converts values to other types if specified.
             * @param message DatasetSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.DatasetSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DatasetSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DatasetSpec {

            /** Properties of a DatasetSpec. */
            interface $Properties {

                /** DatasetSpec name */
                name?: (string|null);

                /** DatasetSpec kind */
                kind?: (string|null);

                /** DatasetSpec mini_task */
                mini_task?: (string|null);

                /** DatasetSpec train_size */
                train_size?: (number|null);

                /** DatasetSpec test_size */
                test_size?: (number|null);

                /** DatasetSpec data_seed */
                data_seed?: (number|null);

                /** DatasetSpec images */
                images?: (string|null);

                /** DatasetSpec test */
                test?: (string|null);

                /** DatasetSpec table */
                table?: (string|null);

                /** DatasetSpec test_table */
                test_table?: (string|null);

                /** DatasetSpec path_column */
                path_column?: (string|null);

                /** DatasetSpec label_column */
                label_column?: (string|null);

                /** DatasetSpec held_out */
                held_out?: (number|null);

                /** DatasetSpec templates */
                templates?: (string[]|null);

                /** DatasetSpec class_names */
                class_names?: (string[]|null);

                /** DatasetSpec unreadable */
                unreadable?: (string|null);

                /** DatasetSpec root */
                root?: (string|null);

                /** DatasetSpec split */
                split?: (string|null);

                /** DatasetSpec class_indices */
                class_indices?: (number[]|null);

                /** DatasetSpec classes */
                classes?: (string[]|null);

                /** DatasetSpec saved */
                saved?: (string|null);

                /** DatasetSpec test_split */
                test_split?: (string|null);

                /** DatasetSpec image_column */
                image_column?: (string|null);

                /** DatasetSpec prompts */
                prompts?: (string|null);

                /** DatasetSpec encoding */
                encoding?: (string|null);

                /** DatasetSpec shots */
                shots?: (number|null);

                /** DatasetSpec class_labels */
                class_labels?: (string[]|null);

                /** DatasetSpec decoding */
                decoding?: (string|null);

                /** DatasetSpec split_column */
                split_column?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DatasetSpec. */
            type $Shape = zscl.v1.DatasetSpec.$Properties;
        }

        /**
         * Properties of an ImageSource.
         * @deprecated Use zscl.v1.ImageSource.$Properties instead.
         */
        interface IImageSource extends zscl.v1.ImageSource.$Properties {
        }

        /** Represents an ImageSource. */
        class ImageSource {

            /**
             * Constructs a new ImageSource.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.ImageSource.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ImageSource kind. */
            kind: string;

            /** ImageSource set. */
            set: string;

            /** ImageSource count. */
            count: number;

            /** ImageSource data_seed. */
            data_seed: number;

            /** ImageSource path. */
            path: string;

            /** ImageSource classes. */
            classes: number;

            /** ImageSource decoding. */
            decoding: string;

            /**
             * Encodes the specified ImageSource message. Does not implicitly {@link zscl.v1.ImageSource.verify|verify} messages.
             * @param message ImageSource message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.ImageSource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ImageSource message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.ImageSource & zscl.v1.ImageSource.$Shape} ImageSource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.ImageSource & zscl.v1.ImageSource.$Shape;

            /**
             * Verifies an ImageSource message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an ImageSource message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ImageSource
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.ImageSource;

            /**
             * Creates a plain object from an ImageSource message. Also converts values to other types if specified.
             * @param message ImageSource
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.ImageSource, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ImageSource to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ImageSource {

            /** Properties of an ImageSource. */
            interface $Properties {

                /** ImageSource kind */
                kind?: (string|null);

                /** ImageSource set */
                set?: (string|null);

                /** ImageSource count */
                count?: (number|null);

                /** ImageSource data_seed */
                data_seed?: (number|null);

                /** ImageSource path */
                path?: (string|null);

                /** ImageSource classes */
                classes?: (number|null);

                /** ImageSource decoding */
                decoding?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ImageSource. */
            type $Shape = zscl.v1.ImageSource.$Properties;
        }

        /**
         * Properties of a TextSource.
         * @deprecated Use zscl.v1.TextSource.$Properties instead.
         */
        interface ITextSource extends zscl.v1.TextSource.$Properties {
        }

        /** Represents a TextSource. */
        class TextSource {

            /**
             * Constructs a new TextSource.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.TextSource.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TextSource kind. */
            kind: string;

            /** TextSource set. */
            set: string;

            /** TextSource count. */
            count: number;

            /** TextSource data_seed. */
            data_seed: number;

            /** TextSource length. */
            length: number;

            /** TextSource datasets. */
            datasets: string[];

            /** TextSource path. */
            path: string;

            /** TextSource column. */
            column: string;

            /** TextSource template. */
            template: string;

            /**
             * Encodes the specified TextSource message. Does not implicitly {@link zscl.v1.TextSource.verify|verify} messages.
             * @param message TextSource message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.TextSource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TextSource message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.TextSource & zscl.v1.TextSource.$Shape} TextSource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.TextSource & zscl.v1.TextSource.$Shape;

            /**
             * Verifies a TextSource message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TextSource message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TextSource
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.TextSource;

            /**
             * Creates a plain object from a TextSource message. Also converts values to other types if specified.
             * @param message TextSource
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.TextSource, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TextSource to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TextSource {

            /** Properties of a TextSource. */
            interface $Properties {

                /** TextSource kind */
                kind?: (string|null);

                /** TextSource set */
                set?: (string|null);

                /** TextSource count */
                count?: (number|null);

                /** TextSource data_seed */
                data_seed?: (number|null);

                /** TextSource length */
                length?: (number|null);

                /** TextSource datasets */
                datasets?: (string[]|null);

                /** TextSource path */
                path?: (string|null);

                /** TextSource column */
                column?: (string|null);

                /** TextSource template */
                template?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TextSource. */
            type $Shape = zscl.v1.TextSource.$Properties;
        }

        /**
         * Properties of a BeginTask.
         * @deprecated Use zscl.v1.BeginTask.$Properties instead.
         */
        interface IBeginTask extends zscl.v1.BeginTask.$Properties {
        }

        /** Represents a BeginTask. */
        class BeginTask {

            /**
             * Constructs a new BeginTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.BeginTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BeginTask task. */
            task: number;

            /** BeginTask dataset. */
            dataset: string;

            /** BeginTask objective. */
            objective?: (zscl.v1.Objective.$Properties|null);

            /** BeginTask teacher_slot. */
            teacher_slot: string;

            /** BeginTask anchor_slot. */
            anchor_slot: string;

            /** BeginTask reference_images. */
            reference_images?: (zscl.v1.ImageSource.$Properties|null);

            /** BeginTask reference_texts. */
            reference_texts?: (zscl.v1.TextSource.$Properties|null);

            /** BeginTask optimiser. */
            optimiser?: (zscl.v1.Optimiser.$Properties|null);

            /**
             * Encodes the specified BeginTask message. Does not implicitly {@link zscl.v1.BeginTask.verify|verify} messages.
             * @param message BeginTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.BeginTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BeginTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.BeginTask & zscl.v1.BeginTask.$Shape} BeginTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.BeginTask & zscl.v1.BeginTask.$Shape;

            /**
             * Verifies a BeginTask message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a BeginTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns BeginTask
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.BeginTask;

            /**
             * Creates a plain object from a BeginTask message. Also converts values to other types if specified.
             * @param message BeginTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.BeginTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this BeginTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace BeginTask {

            /** Properties of a BeginTask. */
            interface $Properties {

                /** BeginTask task */
                task?: (number|null);

                /** BeginTask dataset */
                dataset?: (string|null);

                /** BeginTask objective */
                objective?: (zscl.v1.Objective.$Properties|null);

                /** BeginTask teacher_slot */
                teacher_slot?: (string|null);

                /** BeginTask anchor_slot */
                anchor_slot?: (string|null);

                /** BeginTask reference_images */
                reference_images?: (zscl.v1.ImageSource.$Properties|null);

                /** BeginTask reference_texts */
                reference_texts?: (zscl.v1.TextSource.$Properties|null);

                /** BeginTask optimiser */
                optimiser?: (zscl.v1.Optimiser.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BeginTask. */
            type $Shape = zscl.v1.BeginTask.$Properties;
        }

        /**
         * Properties of an Objective.
         * @deprecated Use zscl.v1.Objective.$Properties instead.
         */
        interface IObjective extends zscl.v1.Objective.$Properties {
        }

        /** Represents an Objective. */
        class Objective {

            /**
             * Constructs a new Objective.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Objective.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Objective label_smoothing. */
            label_smoothing: number;

            /** Objective temperature. */
            temperature: number;

            /** Objective direction. */
            direction: string;

            /** Objective text_term. */
            text_term: string;

            /** Objective text_sample. */
            text_sample: number;

            /** Objective consolidation. */
            consolidation: string;

            /**
             * Encodes the specified Objective message. Does not implicitly {@link zscl.v1.Objective.verify|verify} messages.
             * @param message Objective message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Objective.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Objective message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Objective & zscl.v1.Objective.$Shape} Objective
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Objective & zscl.v1.Objective.$Shape;

            /**
             * Verifies an Objective message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Objective message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Objective
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Objective;

            /**
             * Creates a plain object from an Objective message. Also converts values to other types if specified.
             * @param message Objective
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Objective, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Objective to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Objective {

            /** Properties of an Objective. */
            interface $Properties {

                /** Objective label_smoothing */
                label_smoothing?: (number|null);

                /** Objective temperature */
                temperature?: (number|null);

                /** Objective direction */
                direction?: (string|null);

                /** Objective text_term */
                text_term?: (string|null);

                /** Objective text_sample */
                text_sample?: (number|null);

                /** Objective consolidation */
                consolidation?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Objective. */
            type $Shape = zscl.v1.Objective.$Properties;
        }

        /**
         * Properties of an Optimiser.
         * @deprecated Use zscl.v1.Optimiser.$Properties instead.
         */
        interface IOptimiser extends zscl.v1.Optimiser.$Properties {
        }

        /** Represents an Optimiser. */
        class Optimiser {

            /**
             * Constructs a new Optimiser.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Optimiser.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Optimiser beta1. */
            beta1: number;

            /** Optimiser beta2. */
            beta2: number;

            /** Optimiser epsilon. */
            epsilon: number;

            /** Optimiser weight_decay. */
            weight_decay: number;

            /**
             * Encodes the specified Optimiser message. Does not implicitly {@link zscl.v1.Optimiser.verify|verify} messages.
             * @param message Optimiser message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Optimiser.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Optimiser message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Optimiser & zscl.v1.Optimiser.$Shape} Optimiser
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Optimiser & zscl.v1.Optimiser.$Shape;

            /**
             * Verifies an Optimiser message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Optimiser message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Optimiser
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Optimiser;

            /**
             * Creates a plain object from an Optimiser message. Also converts values to other types if specified.
             * @param message Optimiser
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Optimiser, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Optimiser to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Optimiser {

            /** Properties of an Optimiser. */
            interface $Properties {

                /** Optimiser beta1 */
                beta1?: (number|null);

                /** Optimiser beta2 */
                beta2?: (number|null);

                /** Optimiser epsilon */
                epsilon?: (number|null);

                /** Optimiser weight_decay */
                weight_decay?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Optimiser. */
            type $Shape = zscl.v1.Optimiser.$Properties;
        }

        /**
         * Properties of a Train.
         * @deprecated Use zscl.v1.Train.$Properties instead.
         */
        interface ITrain extends zscl.v1.Train.$Properties {
        }

        /** Represents a Train. */
        class Train {

            /**
             * Constructs a new Train.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Train.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Train task. */
            task: number;

            /** Train first_update. */
            first_update: number;

            /** Train learning_rates. */
            learning_rates: number[];

            /** Train loss_weights. */
            loss_weights?: (zscl.v1.LossWeights.$Properties|null);

            /** Train batch_size. */
            batch_size: number;

            /** Train reference_batch_size. */
            reference_batch_size: number;

            /** Train micro_batch. */
            micro_batch: number;

            /**
             * Encodes the specified Train message. Does not implicitly {@link zscl.v1.Train.verify|verify} messages.
             * @param message Train message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Train.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Train message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Train & zscl.v1.Train.$Shape} Train
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Train & zscl.v1.Train.$Shape;

            /**
             * Verifies a Train message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Train message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Train
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Train;

            /**
             * Creates a plain object from a Train message. Also converts values to other types if specified.
             * @param message Train
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Train, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Train to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Train {

            /** Properties of a Train. */
            interface $Properties {

                /** Train task */
                task?: (number|null);

                /** Train first_update */
                first_update?: (number|null);

                /** Train learning_rates */
                learning_rates?: (number[]|null);

                /** Train loss_weights */
                loss_weights?: (zscl.v1.LossWeights.$Properties|null);

                /** Train batch_size */
                batch_size?: (number|null);

                /** Train reference_batch_size */
                reference_batch_size?: (number|null);

                /** Train micro_batch */
                micro_batch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Train. */
            type $Shape = zscl.v1.Train.$Properties;
        }

        /**
         * Properties of a LossWeights.
         * @deprecated Use zscl.v1.LossWeights.$Properties instead.
         */
        interface ILossWeights extends zscl.v1.LossWeights.$Properties {
        }

        /** Represents a LossWeights. */
        class LossWeights {

            /**
             * Constructs a new LossWeights.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.LossWeights.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LossWeights ce. */
            ce: number;

            /** LossWeights lambda_image. */
            lambda_image: number;

            /** LossWeights lambda_text. */
            lambda_text: number;

            /** LossWeights lambda_feature. */
            lambda_feature: number;

            /** LossWeights lambda_image_image. */
            lambda_image_image: number;

            /** LossWeights wc. */
            wc: number;

            /** LossWeights lambda_alignment. */
            lambda_alignment: number;

            /**
             * Encodes the specified LossWeights message. Does not implicitly {@link zscl.v1.LossWeights.verify|verify} messages.
             * @param message LossWeights message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.LossWeights.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LossWeights message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.LossWeights & zscl.v1.LossWeights.$Shape} LossWeights
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.LossWeights & zscl.v1.LossWeights.$Shape;

            /**
             * Verifies a LossWeights message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a LossWeights message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LossWeights
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.LossWeights;

            /**
             * Creates a plain object from a LossWeights message. Also converts values to other types if specified.
             * @param message LossWeights
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.LossWeights, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LossWeights to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LossWeights {

            /** Properties of a LossWeights. */
            interface $Properties {

                /** LossWeights ce */
                ce?: (number|null);

                /** LossWeights lambda_image */
                lambda_image?: (number|null);

                /** LossWeights lambda_text */
                lambda_text?: (number|null);

                /** LossWeights lambda_feature */
                lambda_feature?: (number|null);

                /** LossWeights lambda_image_image */
                lambda_image_image?: (number|null);

                /** LossWeights wc */
                wc?: (number|null);

                /** LossWeights lambda_alignment */
                lambda_alignment?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LossWeights. */
            type $Shape = zscl.v1.LossWeights.$Properties;
        }

        /**
         * Properties of a Lerp.
         * @deprecated Use zscl.v1.Lerp.$Properties instead.
         */
        interface ILerp extends zscl.v1.Lerp.$Properties {
        }

        /** Represents a Lerp. */
        class Lerp {

            /**
             * Constructs a new Lerp.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Lerp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Lerp slot. */
            slot: string;

            /** Lerp towards. */
            towards: string;

            /** Lerp fraction. */
            fraction: number;

            /**
             * Encodes the specified Lerp message. Does not implicitly {@link zscl.v1.Lerp.verify|verify} messages.
             * @param message Lerp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Lerp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Lerp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Lerp & zscl.v1.Lerp.$Shape} Lerp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Lerp & zscl.v1.Lerp.$Shape;

            /**
             * Verifies a Lerp message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Lerp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Lerp
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Lerp;

            /**
             * Creates a plain object from a Lerp message. Also converts values to other types if specified.
             * @param message Lerp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Lerp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Lerp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Lerp {

            /** Properties of a Lerp. */
            interface $Properties {

                /** Lerp slot */
                slot?: (string|null);

                /** Lerp towards */
                towards?: (string|null);

                /** Lerp fraction */
                fraction?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Lerp. */
            type $Shape = zscl.v1.Lerp.$Properties;
        }

        /**
         * Properties of a Combine.
         * @deprecated Use zscl.v1.Combine.$Properties instead.
         */
        interface ICombine extends zscl.v1.Combine.$Properties {
        }

        /** Represents a Combine. */
        class Combine {

            /**
             * Constructs a new Combine.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Combine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Combine slot. */
            slot: string;

            /** Combine terms. */
            terms: zscl.v1.WeightedSlot.$Properties[];

            /**
             * Encodes the specified Combine message. Does not implicitly {@link zscl.v1.Combine.verify|verify} messages.
             * @param message Combine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Combine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Combine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Combine & zscl.v1.Combine.$Shape} Combine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Combine & zscl.v1.Combine.$Shape;

            /**
             * Verifies a Combine message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Combine message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Combine
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Combine;

            /**
             * Creates a plain object from a Combine message. Also converts values to other types if specified.
             * @param message Combine
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Combine, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Combine to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Combine {

            /** Properties of a Combine. */
            interface $Properties {

                /** Combine slot */
                slot?: (string|null);

                /** Combine terms */
                terms?: (zscl.v1.WeightedSlot.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Combine. */
            type $Shape = zscl.v1.Combine.$Properties;
        }

        /**
         * Properties of a WeightedSlot.
         * @deprecated Use zscl.v1.WeightedSlot.$Properties instead.
         */
        interface IWeightedSlot extends zscl.v1.WeightedSlot.$Properties {
        }

        /** Represents a WeightedSlot. */
        class WeightedSlot {

            /**
             * Constructs a new WeightedSlot.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.WeightedSlot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WeightedSlot slot. */
            slot: string;

            /** WeightedSlot weight. */
            weight: number;

            /**
             * Encodes the specified WeightedSlot message. Does not implicitly {@link zscl.v1.WeightedSlot.verify|verify} messages.
             * @param message WeightedSlot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.WeightedSlot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WeightedSlot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.WeightedSlot & zscl.v1.WeightedSlot.$Shape} WeightedSlot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.WeightedSlot & zscl.v1.WeightedSlot.$Shape;

            /**
             * Verifies a WeightedSlot message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a WeightedSlot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns WeightedSlot
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.WeightedSlot;

            /**
             * Creates a plain object from a WeightedSlot message. Also converts values to other types if specified.
             * @param message WeightedSlot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.WeightedSlot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this WeightedSlot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace WeightedSlot {

            /** Properties of a WeightedSlot. */
            interface $Properties {

                /** WeightedSlot slot */
                slot?: (string|null);

                /** WeightedSlot weight */
                weight?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WeightedSlot. */
            type $Shape = zscl.v1.WeightedSlot.$Properties;
        }

        /**
         * Properties of a Drop.
         * @deprecated Use zscl.v1.Drop.$Properties instead.
         */
        interface IDrop extends zscl.v1.Drop.$Properties {
        }

        /** Represents a Drop. */
        class Drop {

            /**
             * Constructs a new Drop.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Drop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Drop slots. */
            slots: string[];

            /**
             * Encodes the specified Drop message. Does not implicitly {@link zscl.v1.Drop.verify|verify} messages.
             * @param message Drop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Drop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Drop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Drop & zscl.v1.Drop.$Shape} Drop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Drop & zscl.v1.Drop.$Shape;

            /**
             * Verifies a Drop message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Drop message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Drop
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Drop;

            /**
             * Creates a plain object from a Drop message. Also converts values to other types if specified.
             * @param message Drop
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Drop, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Drop to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Drop {

            /** Properties of a Drop. */
            interface $Properties {

                /** Drop slots */
                slots?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Drop. */
            type $Shape = zscl.v1.Drop.$Properties;
        }

        /**
         * Properties of an Evaluate.
         * @deprecated Use zscl.v1.Evaluate.$Properties instead.
         */
        interface IEvaluate extends zscl.v1.Evaluate.$Properties {
        }

        /** Represents an Evaluate. */
        class Evaluate {

            /**
             * Constructs a new Evaluate.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Evaluate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Evaluate slot. */
            slot: string;

            /** Evaluate dataset. */
            dataset: string;

            /** Evaluate batch_size. */
            batch_size: number;

            /** Evaluate part. */
            part?: (zscl.v1.EvaluationPart.$Properties|null);

            /** Evaluate among. */
            among: string[];

            /**
             * Encodes the specified Evaluate message. Does not implicitly {@link zscl.v1.Evaluate.verify|verify} messages.
             * @param message Evaluate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Evaluate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Evaluate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Evaluate & zscl.v1.Evaluate.$Shape} Evaluate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Evaluate & zscl.v1.Evaluate.$Shape;

            /**
             * Verifies an Evaluate message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Evaluate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Evaluate
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Evaluate;

            /**
             * Creates a plain object from an Evaluate message. Also converts values to other types if specified.
             * @param message Evaluate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Evaluate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Evaluate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Evaluate {

            /** Properties of an Evaluate. */
            interface $Properties {

                /** Evaluate slot */
                slot?: (string|null);

                /** Evaluate dataset */
                dataset?: (string|null);

                /** Evaluate batch_size */
                batch_size?: (number|null);

                /** Evaluate part */
                part?: (zscl.v1.EvaluationPart.$Properties|null);

                /** Evaluate among */
                among?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Evaluate. */
            type $Shape = zscl.v1.Evaluate.$Properties;
        }

        /**
         * Properties of an EvaluationPart.
         * @deprecated Use zscl.v1.EvaluationPart.$Properties instead.
         */
        interface IEvaluationPart extends zscl.v1.EvaluationPart.$Properties {
        }

        /** Represents an EvaluationPart. */
        class EvaluationPart {

            /**
             * Constructs a new EvaluationPart.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.EvaluationPart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvaluationPart share. */
            share: number;

            /** EvaluationPart seed. */
            seed: number;

            /** EvaluationPart selecting. */
            selecting: boolean;

            /**
             * Encodes the specified EvaluationPart message. Does not implicitly {@link zscl.v1.EvaluationPart.verify|verify} messages.
             * @param message EvaluationPart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.EvaluationPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluationPart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.EvaluationPart & zscl.v1.EvaluationPart.$Shape} EvaluationPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.EvaluationPart & zscl.v1.EvaluationPart.$Shape;

            /**
             * Verifies an EvaluationPart message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an EvaluationPart message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluationPart
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.EvaluationPart;

            /**
             * Creates a plain object from an EvaluationPart message. Also converts values to other types if specified.
             * @param message EvaluationPart
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.EvaluationPart, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluationPart to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvaluationPart {

            /** Properties of an EvaluationPart. */
            interface $Properties {

                /** EvaluationPart share */
                share?: (number|null);

                /** EvaluationPart seed */
                seed?: (number|null);

                /** EvaluationPart selecting */
                selecting?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluationPart. */
            type $Shape = zscl.v1.EvaluationPart.$Properties;
        }

        /**
         * Properties of a Remember.
         * @deprecated Use zscl.v1.Remember.$Properties instead.
         */
        interface IRemember extends zscl.v1.Remember.$Properties {
        }

        /** Represents a Remember. */
        class Remember {

            /**
             * Constructs a new Remember.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Remember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Remember task. */
            task: number;

            /** Remember dataset. */
            dataset: string;

            /** Remember slot. */
            slot: string;

            /** Remember capacity. */
            capacity: number;

            /**
             * Encodes the specified Remember message. Does not implicitly {@link zscl.v1.Remember.verify|verify} messages.
             * @param message Remember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Remember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Remember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Remember & zscl.v1.Remember.$Shape} Remember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Remember & zscl.v1.Remember.$Shape;

            /**
             * Verifies a Remember message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Remember message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Remember
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Remember;

            /**
             * Creates a plain object from a Remember message. Also converts values to other types if specified.
             * @param message Remember
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Remember, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Remember to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Remember {

            /** Properties of a Remember. */
            interface $Properties {

                /** Remember task */
                task?: (number|null);

                /** Remember dataset */
                dataset?: (string|null);

                /** Remember slot */
                slot?: (string|null);

                /** Remember capacity */
                capacity?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Remember. */
            type $Shape = zscl.v1.Remember.$Properties;
        }

        /**
         * Properties of a Save.
         * @deprecated Use zscl.v1.Save.$Properties instead.
         */
        interface ISave extends zscl.v1.Save.$Properties {
        }

        /** Represents a Save. */
        class Save {

            /**
             * Constructs a new Save.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Save.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Save folder. */
            folder: string;

            /** Save slots. */
            slots: string[];

            /** Save optimiser. */
            optimiser: boolean;

            /**
             * Encodes the specified Save message. Does not implicitly {@link zscl.v1.Save.verify|verify} messages.
             * @param message Save message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Save.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Save message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Save & zscl.v1.Save.$Shape} Save
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Save & zscl.v1.Save.$Shape;

            /**
             * Verifies a Save message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Save message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Save
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Save;

            /**
             * Creates a plain object from a Save message. Also converts values to other types if specified.
             * @param message Save
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Save, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Save to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Save {

            /** Properties of a Save. */
            interface $Properties {

                /** Save folder */
                folder?: (string|null);

                /** Save slots */
                slots?: (string[]|null);

                /** Save optimiser */
                optimiser?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Save. */
            type $Shape = zscl.v1.Save.$Properties;
        }

        /**
         * Properties of a Restore.
         * @deprecated Use zscl.v1.Restore.$Properties instead.
         */
        interface IRestore extends zscl.v1.Restore.$Properties {
        }

        /** Represents a Restore. */
        class Restore {

            /**
             * Constructs a new Restore.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Restore.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Restore folder. */
            folder: string;

            /** Restore files. */
            files: zscl.v1.SavedFile.$Properties[];

            /** Restore task. */
            task?: (zscl.v1.BeginTask.$Properties|null);

            /**
             * Encodes the specified Restore message. Does not implicitly {@link zscl.v1.Restore.verify|verify} messages.
             * @param message Restore message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Restore.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Restore message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Restore & zscl.v1.Restore.$Shape} Restore
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Restore & zscl.v1.Restore.$Shape;

            /**
             * Verifies a Restore message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Restore message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Restore
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Restore;

            /**
             * Creates a plain object from a Restore message. Also converts values to other types if specified.
             * @param message Restore
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Restore, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Restore to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Restore {

            /** Properties of a Restore. */
            interface $Properties {

                /** Restore folder */
                folder?: (string|null);

                /** Restore files */
                files?: (zscl.v1.SavedFile.$Properties[]|null);

                /** Restore task */
                task?: (zscl.v1.BeginTask.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Restore. */
            type $Shape = zscl.v1.Restore.$Properties;
        }

        /**
         * Properties of a Load.
         * @deprecated Use zscl.v1.Load.$Properties instead.
         */
        interface ILoad extends zscl.v1.Load.$Properties {
        }

        /** Represents a Load. */
        class Load {

            /**
             * Constructs a new Load.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Load.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Load slot. */
            slot: string;

            /** Load model. */
            model?: (zscl.v1.ModelSpec.$Properties|null);

            /**
             * Encodes the specified Load message. Does not implicitly {@link zscl.v1.Load.verify|verify} messages.
             * @param message Load message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Load.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Load message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Load & zscl.v1.Load.$Shape} Load
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Load & zscl.v1.Load.$Shape;

            /**
             * Verifies a Load message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Load message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Load
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Load;

            /**
             * Creates a plain object from a Load message. Also converts values to other types if specified.
             * @param message Load
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Load, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Load to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Load {

            /** Properties of a Load. */
            interface $Properties {

                /** Load slot */
                slot?: (string|null);

                /** Load model */
                model?: (zscl.v1.ModelSpec.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Load. */
            type $Shape = zscl.v1.Load.$Properties;
        }

        /**
         * Properties of an Export.
         * @deprecated Use zscl.v1.Export.$Properties instead.
         */
        interface IExport extends zscl.v1.Export.$Properties {
        }

        /** Represents an Export. */
        class Export {

            /**
             * Constructs a new Export.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Export.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Export slot. */
            slot: string;

            /** Export folder. */
            folder: string;

            /**
             * Encodes the specified Export message. Does not implicitly {@link zscl.v1.Export.verify|verify} messages.
             * @param message Export message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Export.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Export message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Export & zscl.v1.Export.$Shape} Export
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Export & zscl.v1.Export.$Shape;

            /**
             * Verifies an Export message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Export message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Export
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Export;

            /**
             * Creates a plain object from an Export message. Also converts values to other types if specified.
             * @param message Export
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Export, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Export to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Export {

            /** Properties of an Export. */
            interface $Properties {

                /** Export slot */
                slot?: (string|null);

                /** Export folder */
                folder?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Export. */
            type $Shape = zscl.v1.Export.$Properties;
        }

        /**
         * Properties of a Report.
         * @deprecated Use zscl.v1.Report.$Properties instead.
         */
        interface IReport extends zscl.v1.Report.$Properties {
        }

        /** Represents a Report. */
        class Report {

            /**
             * Constructs a new Report.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Report.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Report epoch. */
            epoch: number;

            /** Report sequence. */
            sequence: number;

            /** Report seconds. */
            seconds: number;

            /** Report memory_mib. */
            memory_mib: number;

            /** Report device_memory_mib. */
            device_memory_mib: number;

            /** Report done. */
            done?: (zscl.v1.Done.$Properties|null);

            /** Report set_up_done. */
            set_up_done?: (zscl.v1.SetUpDone.$Properties|null);

            /** Report train_done. */
            train_done?: (zscl.v1.TrainDone.$Properties|null);

            /** Report evaluate_done. */
            evaluate_done?: (zscl.v1.EvaluateDone.$Properties|null);

            /** Report save_done. */
            save_done?: (zscl.v1.SaveDone.$Properties|null);

            /** Report cancelled. */
            cancelled?: (zscl.v1.Cancelled.$Properties|null);

            /** Report failure. */
            failure?: (zscl.v1.Failure.$Properties|null);

            /** Report begin_task_done. */
            begin_task_done?: (zscl.v1.BeginTaskDone.$Properties|null);

            /** Report outcome. */
            outcome?: ("done"|"set_up_done"|"train_done"|"evaluate_done"|"save_done"|"cancelled"|"failure"|"begin_task_done");

            /**
             * Encodes the specified Report message. Does not implicitly {@link zscl.v1.Report.verify|verify} messages.
             * @param message Report message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Report.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Report & zscl.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Report & zscl.v1.Report.$Shape;

            /**
             * Verifies a Report message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Report message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Report
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Report;

            /**
             * Creates a plain object from a Report message. Also converts values to other types if specified.
             * @param message Report
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Report, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Report to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Report {

            /** Properties of a Report. */
            interface $Properties {

                /** Report epoch */
                epoch?: (number|null);

                /** Report sequence */
                sequence?: (number|null);

                /** Report seconds */
                seconds?: (number|null);

                /** Report memory_mib */
                memory_mib?: (number|null);

                /** Report device_memory_mib */
                device_memory_mib?: (number|null);

                /** Report done */
                done?: (zscl.v1.Done.$Properties|null);

                /** Report set_up_done */
                set_up_done?: (zscl.v1.SetUpDone.$Properties|null);

                /** Report train_done */
                train_done?: (zscl.v1.TrainDone.$Properties|null);

                /** Report evaluate_done */
                evaluate_done?: (zscl.v1.EvaluateDone.$Properties|null);

                /** Report save_done */
                save_done?: (zscl.v1.SaveDone.$Properties|null);

                /** Report cancelled */
                cancelled?: (zscl.v1.Cancelled.$Properties|null);

                /** Report failure */
                failure?: (zscl.v1.Failure.$Properties|null);

                /** Report begin_task_done */
                begin_task_done?: (zscl.v1.BeginTaskDone.$Properties|null);

                /** Report outcome */
                outcome?: ("done"|"set_up_done"|"train_done"|"evaluate_done"|"save_done"|"cancelled"|"failure"|"begin_task_done");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Report. */
            type $Shape = {
              epoch?: number|null;
              sequence?: number|null;
              seconds?: number|null;
              memory_mib?: number|null;
              device_memory_mib?: number|null;
              done?: zscl.v1.Done.$Shape|null;
              set_up_done?: zscl.v1.SetUpDone.$Shape|null;
              train_done?: zscl.v1.TrainDone.$Shape|null;
              evaluate_done?: zscl.v1.EvaluateDone.$Shape|null;
              save_done?: zscl.v1.SaveDone.$Shape|null;
              cancelled?: zscl.v1.Cancelled.$Shape|null;
              failure?: zscl.v1.Failure.$Shape|null;
              begin_task_done?: zscl.v1.BeginTaskDone.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "done"; done: zscl.v1.Done.$Shape; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "set_up_done"; done?: null; set_up_done: zscl.v1.SetUpDone.$Shape; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "train_done"; done?: null; set_up_done?: null; train_done: zscl.v1.TrainDone.$Shape; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "evaluate_done"; done?: null; set_up_done?: null; train_done?: null; evaluate_done: zscl.v1.EvaluateDone.$Shape; save_done?: null; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "save_done"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done: zscl.v1.SaveDone.$Shape; cancelled?: null; failure?: null; begin_task_done?: null }|{ outcome?: "cancelled"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled: zscl.v1.Cancelled.$Shape; failure?: null; begin_task_done?: null }|{ outcome?: "failure"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure: zscl.v1.Failure.$Shape; begin_task_done?: null }|{ outcome?: "begin_task_done"; done?: null; set_up_done?: null; train_done?: null; evaluate_done?: null; save_done?: null; cancelled?: null; failure?: null; begin_task_done: zscl.v1.BeginTaskDone.$Shape })
            );
        }

        /**
         * Properties of a Done.
         * @deprecated Use zscl.v1.Done.$Properties instead.
         */
        interface IDone extends zscl.v1.Done.$Properties {
        }

        /** Represents a Done. */
        class Done {

            /**
             * Constructs a new Done.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Done.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Done message. Does not implicitly {@link zscl.v1.Done.verify|verify} messages.
             * @param message Done message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Done.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Done message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Done & zscl.v1.Done.$Shape} Done
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Done & zscl.v1.Done.$Shape;

            /**
             * Verifies a Done message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Done message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Done
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Done;

            /**
             * Creates a plain object from a Done message. Also converts values to other types if specified.
             * @param message Done
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Done, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Done to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Done {

            /** Properties of a Done. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Done. */
            type $Shape = zscl.v1.Done.$Properties;
        }

        /**
         * Properties of a BeginTaskDone.
         * @deprecated Use zscl.v1.BeginTaskDone.$Properties instead.
         */
        interface IBeginTaskDone extends zscl.v1.BeginTaskDone.$Properties {
        }

        /** Represents a BeginTaskDone. */
        class BeginTaskDone {

            /**
             * Constructs a new BeginTaskDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.BeginTaskDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BeginTaskDone reference_images. */
            reference_images: number;

            /** BeginTaskDone reference_texts. */
            reference_texts: number;

            /**
             * Encodes the specified BeginTaskDone message. Does not implicitly {@link zscl.v1.BeginTaskDone.verify|verify} messages.
             * @param message BeginTaskDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.BeginTaskDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BeginTaskDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.BeginTaskDone & zscl.v1.BeginTaskDone.$Shape} BeginTaskDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.BeginTaskDone & zscl.v1.BeginTaskDone.$Shape;

            /**
             * Verifies a BeginTaskDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a BeginTaskDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns BeginTaskDone
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.BeginTaskDone;

            /**
             * Creates a plain object from a BeginTaskDone message. Also converts values to other types if specified.
             * @param message BeginTaskDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.BeginTaskDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this BeginTaskDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace BeginTaskDone {

            /** Properties of a BeginTaskDone. */
            interface $Properties {

                /** BeginTaskDone reference_images */
                reference_images?: (number|null);

                /** BeginTaskDone reference_texts */
                reference_texts?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BeginTaskDone. */
            type $Shape = zscl.v1.BeginTaskDone.$Properties;
        }

        /**
         * Properties of a Cancelled.
         * @deprecated Use zscl.v1.Cancelled.$Properties instead.
         */
        interface ICancelled extends zscl.v1.Cancelled.$Properties {
        }

        /** Represents a Cancelled. */
        class Cancelled {

            /**
             * Constructs a new Cancelled.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Cancelled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Cancelled message. Does not implicitly {@link zscl.v1.Cancelled.verify|verify} messages.
             * @param message Cancelled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Cancelled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cancelled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Cancelled & zscl.v1.Cancelled.$Shape} Cancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Cancelled & zscl.v1.Cancelled.$Shape;

            /**
             * Verifies a Cancelled message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Cancelled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Cancelled
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Cancelled;

            /**
             * Creates a plain object from a Cancelled message. Also converts values to other types if specified.
             * @param message Cancelled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Cancelled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Cancelled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Cancelled {

            /** Properties of a Cancelled. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cancelled. */
            type $Shape = zscl.v1.Cancelled.$Properties;
        }

        /**
         * Properties of a SetUpDone.
         * @deprecated Use zscl.v1.SetUpDone.$Properties instead.
         */
        interface ISetUpDone extends zscl.v1.SetUpDone.$Properties {
        }

        /** Represents a SetUpDone. */
        class SetUpDone {

            /**
             * Constructs a new SetUpDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.SetUpDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetUpDone device. */
            device: string;

            /** SetUpDone threads. */
            threads: number;

            /** SetUpDone precision. */
            precision: string;

            /** SetUpDone parameters. */
            parameters: number;

            /** SetUpDone parameters_trained. */
            parameters_trained: number;

            /** SetUpDone model_digest. */
            model_digest: string;

            /** SetUpDone datasets. */
            datasets: zscl.v1.DatasetFacts.$Properties[];

            /**
             * Encodes the specified SetUpDone message. Does not implicitly {@link zscl.v1.SetUpDone.verify|verify} messages.
             * @param message SetUpDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.SetUpDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetUpDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.SetUpDone & zscl.v1.SetUpDone.$Shape} SetUpDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.SetUpDone & zscl.v1.SetUpDone.$Shape;

            /**
             * Verifies a SetUpDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SetUpDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SetUpDone
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.SetUpDone;

            /**
             * Creates a plain object from a SetUpDone message. Also converts values to other types if specified.
             * @param message SetUpDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.SetUpDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SetUpDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SetUpDone {

            /** Properties of a SetUpDone. */
            interface $Properties {

                /** SetUpDone device */
                device?: (string|null);

                /** SetUpDone threads */
                threads?: (number|null);

                /** SetUpDone precision */
                precision?: (string|null);

                /** SetUpDone parameters */
                parameters?: (number|null);

                /** SetUpDone parameters_trained */
                parameters_trained?: (number|null);

                /** SetUpDone model_digest */
                model_digest?: (string|null);

                /** SetUpDone datasets */
                datasets?: (zscl.v1.DatasetFacts.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetUpDone. */
            type $Shape = zscl.v1.SetUpDone.$Properties;
        }

        /**
         * Properties of a DatasetFacts.
         * @deprecated Use zscl.v1.DatasetFacts.$Properties instead.
         */
        interface IDatasetFacts extends zscl.v1.DatasetFacts.$Properties {
        }

        /** Represents a DatasetFacts. */
        class DatasetFacts {

            /**
             * Constructs a new DatasetFacts.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.DatasetFacts.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DatasetFacts name. */
            name: string;

            /** DatasetFacts classes. */
            classes: string[];

            /** DatasetFacts train_size. */
            train_size: number;

            /** DatasetFacts test_size. */
            test_size: number;

            /** DatasetFacts templates. */
            templates: string[];

            /** DatasetFacts skipped. */
            skipped: string[];

            /** DatasetFacts notes. */
            notes: string[];

            /**
             * Encodes the specified DatasetFacts message. Does not implicitly {@link zscl.v1.DatasetFacts.verify|verify} messages.
             * @param message DatasetFacts message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.DatasetFacts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DatasetFacts message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.DatasetFacts & zscl.v1.DatasetFacts.$Shape} DatasetFacts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.DatasetFacts & zscl.v1.DatasetFacts.$Shape;

            /**
             * Verifies a DatasetFacts message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DatasetFacts message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DatasetFacts
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.DatasetFacts;

            /**
             * Creates a plain object from a DatasetFacts message. Also converts values to other types if specified.
             * @param message DatasetFacts
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.DatasetFacts, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DatasetFacts to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DatasetFacts {

            /** Properties of a DatasetFacts. */
            interface $Properties {

                /** DatasetFacts name */
                name?: (string|null);

                /** DatasetFacts classes */
                classes?: (string[]|null);

                /** DatasetFacts train_size */
                train_size?: (number|null);

                /** DatasetFacts test_size */
                test_size?: (number|null);

                /** DatasetFacts templates */
                templates?: (string[]|null);

                /** DatasetFacts skipped */
                skipped?: (string[]|null);

                /** DatasetFacts notes */
                notes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DatasetFacts. */
            type $Shape = zscl.v1.DatasetFacts.$Properties;
        }

        /**
         * Properties of a TrainDone.
         * @deprecated Use zscl.v1.TrainDone.$Properties instead.
         */
        interface ITrainDone extends zscl.v1.TrainDone.$Properties {
        }

        /** Represents a TrainDone. */
        class TrainDone {

            /**
             * Constructs a new TrainDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.TrainDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrainDone losses. */
            losses: zscl.v1.LossRow.$Properties[];

            /** TrainDone images. */
            images: number;

            /**
             * Encodes the specified TrainDone message. Does not implicitly {@link zscl.v1.TrainDone.verify|verify} messages.
             * @param message TrainDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.TrainDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrainDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.TrainDone & zscl.v1.TrainDone.$Shape} TrainDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.TrainDone & zscl.v1.TrainDone.$Shape;

            /**
             * Verifies a TrainDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TrainDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrainDone
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.TrainDone;

            /**
             * Creates a plain object from a TrainDone message. Also converts values to other types if specified.
             * @param message TrainDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.TrainDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrainDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TrainDone {

            /** Properties of a TrainDone. */
            interface $Properties {

                /** TrainDone losses */
                losses?: (zscl.v1.LossRow.$Properties[]|null);

                /** TrainDone images */
                images?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrainDone. */
            type $Shape = zscl.v1.TrainDone.$Properties;
        }

        /**
         * Properties of a LossRow.
         * @deprecated Use zscl.v1.LossRow.$Properties instead.
         */
        interface ILossRow extends zscl.v1.LossRow.$Properties {
        }

        /** Represents a LossRow. */
        class LossRow {

            /**
             * Constructs a new LossRow.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.LossRow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LossRow ce. */
            ce: number;

            /** LossRow distill_image. */
            distill_image: number;

            /** LossRow distill_text. */
            distill_text: number;

            /** LossRow feature. */
            feature: number;

            /** LossRow image_image. */
            image_image: number;

            /** LossRow wc. */
            wc: number;

            /** LossRow total. */
            total: number;

            /** LossRow alignment. */
            alignment: number;

            /**
             * Encodes the specified LossRow message. Does not implicitly {@link zscl.v1.LossRow.verify|verify} messages.
             * @param message LossRow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.LossRow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LossRow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.LossRow & zscl.v1.LossRow.$Shape} LossRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.LossRow & zscl.v1.LossRow.$Shape;

            /**
             * Verifies a LossRow message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a LossRow message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LossRow
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.LossRow;

            /**
             * Creates a plain object from a LossRow message. Also converts values to other types if specified.
             * @param message LossRow
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.LossRow, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LossRow to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LossRow {

            /** Properties of a LossRow. */
            interface $Properties {

                /** LossRow ce */
                ce?: (number|null);

                /** LossRow distill_image */
                distill_image?: (number|null);

                /** LossRow distill_text */
                distill_text?: (number|null);

                /** LossRow feature */
                feature?: (number|null);

                /** LossRow image_image */
                image_image?: (number|null);

                /** LossRow wc */
                wc?: (number|null);

                /** LossRow total */
                total?: (number|null);

                /** LossRow alignment */
                alignment?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LossRow. */
            type $Shape = zscl.v1.LossRow.$Properties;
        }

        /**
         * Properties of an EvaluateDone.
         * @deprecated Use zscl.v1.EvaluateDone.$Properties instead.
         */
        interface IEvaluateDone extends zscl.v1.EvaluateDone.$Properties {
        }

        /** Represents an EvaluateDone. */
        class EvaluateDone {

            /**
             * Constructs a new EvaluateDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.EvaluateDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvaluateDone correct. */
            correct: number;

            /** EvaluateDone total. */
            total: number;

            /**
             * Encodes the specified EvaluateDone message. Does not implicitly {@link zscl.v1.EvaluateDone.verify|verify} messages.
             * @param message EvaluateDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.EvaluateDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluateDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.EvaluateDone & zscl.v1.EvaluateDone.$Shape} EvaluateDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.EvaluateDone & zscl.v1.EvaluateDone.$Shape;

            /**
             * Verifies an EvaluateDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an EvaluateDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluateDone
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.EvaluateDone;

            /**
             * Creates a plain object from an EvaluateDone message. Also converts values to other types if specified.
             * @param message EvaluateDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.EvaluateDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluateDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvaluateDone {

            /** Properties of an EvaluateDone. */
            interface $Properties {

                /** EvaluateDone correct */
                correct?: (number|null);

                /** EvaluateDone total */
                total?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluateDone. */
            type $Shape = zscl.v1.EvaluateDone.$Properties;
        }

        /**
         * Properties of a SaveDone.
         * @deprecated Use zscl.v1.SaveDone.$Properties instead.
         */
        interface ISaveDone extends zscl.v1.SaveDone.$Properties {
        }

        /** Represents a SaveDone. */
        class SaveDone {

            /**
             * Constructs a new SaveDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.SaveDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SaveDone files. */
            files: zscl.v1.SavedFile.$Properties[];

            /**
             * Encodes the specified SaveDone message. Does not implicitly {@link zscl.v1.SaveDone.verify|verify} messages.
             * @param message SaveDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.SaveDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SaveDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.SaveDone & zscl.v1.SaveDone.$Shape} SaveDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.SaveDone & zscl.v1.SaveDone.$Shape;

            /**
             * Verifies a SaveDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SaveDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SaveDone
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.SaveDone;

            /**
             * Creates a plain object from a SaveDone message. Also converts values to other types if specified.
             * @param message SaveDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.SaveDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SaveDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SaveDone {

            /** Properties of a SaveDone. */
            interface $Properties {

                /** SaveDone files */
                files?: (zscl.v1.SavedFile.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SaveDone. */
            type $Shape = zscl.v1.SaveDone.$Properties;
        }

        /**
         * Properties of a SavedFile.
         * @deprecated Use zscl.v1.SavedFile.$Properties instead.
         */
        interface ISavedFile extends zscl.v1.SavedFile.$Properties {
        }

        /** Represents a SavedFile. */
        class SavedFile {

            /**
             * Constructs a new SavedFile.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.SavedFile.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SavedFile path. */
            path: string;

            /** SavedFile bytes. */
            bytes: number;

            /** SavedFile sha256. */
            sha256: string;

            /** SavedFile slot. */
            slot: string;

            /**
             * Encodes the specified SavedFile message. Does not implicitly {@link zscl.v1.SavedFile.verify|verify} messages.
             * @param message SavedFile message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.SavedFile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SavedFile message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.SavedFile & zscl.v1.SavedFile.$Shape} SavedFile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.SavedFile & zscl.v1.SavedFile.$Shape;

            /**
             * Verifies a SavedFile message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SavedFile message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SavedFile
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.SavedFile;

            /**
             * Creates a plain object from a SavedFile message. Also converts values to other types if specified.
             * @param message SavedFile
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.SavedFile, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SavedFile to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SavedFile {

            /** Properties of a SavedFile. */
            interface $Properties {

                /** SavedFile path */
                path?: (string|null);

                /** SavedFile bytes */
                bytes?: (number|null);

                /** SavedFile sha256 */
                sha256?: (string|null);

                /** SavedFile slot */
                slot?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SavedFile. */
            type $Shape = zscl.v1.SavedFile.$Properties;
        }

        /**
         * Properties of a Failure.
         * @deprecated Use zscl.v1.Failure.$Properties instead.
         */
        interface IFailure extends zscl.v1.Failure.$Properties {
        }

        /** Represents a Failure. */
        class Failure {

            /**
             * Constructs a new Failure.
             * @param [properties] Properties to set
             */
            constructor(properties?: zscl.v1.Failure.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Failure code. */
            code: zscl.v1.ErrorCode;

            /** Failure message. */
            message: string;

            /** Failure traceback. */
            traceback: string;

            /** Failure state_good. */
            state_good: boolean;

            /** Failure update. */
            update: number;

            /** Failure losses. */
            losses?: (zscl.v1.LossRow.$Properties|null);

            /**
             * Encodes the specified Failure message. Does not implicitly {@link zscl.v1.Failure.verify|verify} messages.
             * @param message Failure message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: zscl.v1.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Failure message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {zscl.v1.Failure & zscl.v1.Failure.$Shape} Failure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): zscl.v1.Failure & zscl.v1.Failure.$Shape;

            /**
             * Verifies a Failure message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Failure message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Failure
             */
            static fromObject(object: { [k: string]: any }): zscl.v1.Failure;

            /**
             * Creates a plain object from a Failure message. Also converts values to other types if specified.
             * @param message Failure
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: zscl.v1.Failure, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Failure to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Failure {

            /** Properties of a Failure. */
            interface $Properties {

                /** Failure code */
                code?: (zscl.v1.ErrorCode|null);

                /** Failure message */
                message?: (string|null);

                /** Failure traceback */
                traceback?: (string|null);

                /** Failure state_good */
                state_good?: (boolean|null);

                /** Failure update */
                update?: (number|null);

                /** Failure losses */
                losses?: (zscl.v1.LossRow.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Failure. */
            type $Shape = zscl.v1.Failure.$Properties;
        }

        /** ErrorCode enum. */
        enum ErrorCode {

            /** ERROR_CODE_UNSPECIFIED value */
            ERROR_CODE_UNSPECIFIED = 0,

            /** ERROR_CODE_BAD_INPUT value */
            ERROR_CODE_BAD_INPUT = 1,

            /** ERROR_CODE_MODEL_NOT_FOUND value */
            ERROR_CODE_MODEL_NOT_FOUND = 2,

            /** ERROR_CODE_DATA_NOT_FOUND value */
            ERROR_CODE_DATA_NOT_FOUND = 3,

            /** ERROR_CODE_DEVICE_UNAVAILABLE value */
            ERROR_CODE_DEVICE_UNAVAILABLE = 4,

            /** ERROR_CODE_MISSING_PACKAGE value */
            ERROR_CODE_MISSING_PACKAGE = 5,

            /** ERROR_CODE_CHECKPOINT_UNREADABLE value */
            ERROR_CODE_CHECKPOINT_UNREADABLE = 6,

            /** ERROR_CODE_DISK_FULL value */
            ERROR_CODE_DISK_FULL = 7,

            /** ERROR_CODE_OUT_OF_MEMORY value */
            ERROR_CODE_OUT_OF_MEMORY = 8,

            /** ERROR_CODE_NON_FINITE_LOSS value */
            ERROR_CODE_NON_FINITE_LOSS = 9,

            /** ERROR_CODE_PROTOCOL value */
            ERROR_CODE_PROTOCOL = 10,

            /** ERROR_CODE_INTERNAL value */
            ERROR_CODE_INTERNAL = 11
        }
    }
}
